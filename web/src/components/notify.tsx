import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

import { offerUndo } from "@/lib/undo";

import { Keys } from "./key-tip";
import styles from "./notify.module.css";

interface Options {
  tone?: "bad" | "warn";
  /** Takes back what was done; it is offered as long as the message stands. */
  undo?: { words: string; run: () => void };
}

const COLOURS = { bad: "red", warn: "yellow" } as const;
export const READING_TIME_MS = 10_000;

/**
 * A short message in the corner; what went wrong or can be taken back stays longer than what went well. While that
 * stands, `z` takes it back as well. The answer takes the message away.
 */
export function useNotify(): (message: string, options?: Options) => () => void {
  const { t } = useTranslation();
  return (message, { tone, undo } = {}) => {
    const hide = () => {
      notifications.hide(id);
    };
    const takeBack = () => {
      hide();
      undo?.run();
    };
    const withdraw = undo === undefined ? undefined : offerUndo(takeBack);
    const id = notifications.show({
      message:
        undo === undefined ? (
          message
        ) : (
          <span className={styles.undone}>
            <span>{message}</span>
            <Button
              size="xs"
              variant="default"
              aria-keyshortcuts="z"
              rightSection={
                <span aria-hidden="true">
                  <Keys keys="z" />
                </span>
              }
              onClick={takeBack}
            >
              {undo.words}
            </Button>
          </span>
        ),
      ...(withdraw !== undefined && { onClose: withdraw }),
      closeButtonProps: { "aria-label": t("close") },
      ...(tone === undefined ? {} : { color: COLOURS[tone] }),
      ...(tone === undefined && undo === undefined ? {} : { autoClose: READING_TIME_MS }),
    });
    return hide;
  };
}
