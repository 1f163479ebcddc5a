import { Button, type ButtonProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { joined } from "@/components/rich-text/written";
import { changeDraft } from "@/lib/draft";

import { remove, type Waiting } from "../outbox";
import { draftOf, withWritten, writtenIn, type Writing } from "../writing";

/** Back into the composer with it, after what is written there. */
function stop({ key, ticketId, message }: Waiting): void {
  const mode = message.visibility ?? "public";
  const back = { text: message.body, html: message.html ?? null };
  changeDraft<Writing>(draftOf(ticketId), (before) => ({
    mode,
    ...withWritten(before, mode, joined(writtenIn(before, mode), back)),
    files: [...(before.files ?? []), ...(message.attachments ?? [])],
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
