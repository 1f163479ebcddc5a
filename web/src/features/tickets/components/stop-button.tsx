import { Button, type ButtonProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { useReachable } from "@/lib/reachability";

import type { Waiting } from "../outbox";
import { takeBack } from "../take-back";

interface Props {
  item: Waiting;
  size: NonNullable<ButtonProps["size"]>;
  words?: string;
  onStopped?: ((item: Waiting) => void) | undefined;
}

/** Keeps back what waits to go out. */
export function StopButton({ item, size, words, onStopped }: Props) {
  const { t } = useTranslation("agent");
  const reachable = useReachable();
  return (
    <Button
      size={size}
      variant="default"
      disabled={item.going === true && reachable}
      onClick={() => {
        if (takeBack(item.key)) onStopped?.(item);
      }}
    >
      {words ?? t("outbox.stop")}
    </Button>
  );
}
