import { Button, type ButtonProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { changeDraft } from "@/lib/draft";

import { remove, type Waiting } from "../outbox";
import type { Writing } from "../use-sending";

/** Back into the composer with it, after what is written there. */
function stop({ key, ticketId, message }: Waiting): void {
  const mode = message.visibility ?? "public";
  changeDraft<Writing>(`ticket.${ticketId}`, (before) => ({
    mode,
    [mode]: [before[mode]?.trim(), message.body].filter(Boolean).join("\n\n"),
  }));
  remove(key);
}

/** Keeps back what waits to go out. */
export function StopButton({ item, size }: { item: Waiting; size: NonNullable<ButtonProps["size"]> }) {
  const { t } = useTranslation("agent");
  return (
    <Button
      size={size}
      variant="default"
      onClick={() => {
        stop(item);
      }}
    >
      {t("outbox.stop")}
    </Button>
  );
}
