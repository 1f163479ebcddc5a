import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useProblemText } from "@/lib/problem-text";
import { offerUndo } from "@/lib/undo";

import { Keys } from "./key-tip";
import styles from "./notify.module.css";
import { Reference } from "./reference";

interface Options {
  tone?: "bad" | "warn";
  /** Takes back what was done; it is offered as long as the message stands. */
  undo?: { words: string; run: () => void };
}

const COLOURS = { bad: "red", warn: "yellow" } as const;
const READING_TIME_MS = 10_000;
const MOST = 3;

const shown: string[] = [];

function withdrawn(id: string): void {
  if (shown.includes(id)) shown.splice(shown.indexOf(id), 1);
}

/** There is room for few: the oldest makes room, so that what goes wrong now is seen. */
function makeRoom(id: string): void {
  shown.push(id);
  while (shown.length > MOST) notifications.hide(shown.shift() ?? "");
}

/**
 * A short message in the corner. What can be taken back stays longer than what went well, and `z` takes it back as long
 * as it stands; what went wrong stays until it is closed. The answer takes the message away.
 */
export function useNotify(): (message: ReactNode, options?: Options) => () => void {
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
      onClose: () => {
        withdrawn(id);
        withdraw?.();
      },
      closeButtonProps: { "aria-label": t("close") },
      ...(tone === undefined ? {} : { color: COLOURS[tone] }),
      ...(tone === undefined && undo === undefined ? {} : { autoClose: tone !== "bad" && READING_TIME_MS }),
    });
    makeRoom(id);
    return hide;
  };
}

/** That something did not work, and why. */
export function useComplain(): (error: unknown) => void {
  const notify = useNotify();
  const problemText = useProblemText();
  return (error) => {
    notify(
      <>
        {problemText(error)}
        <Reference of={error} />
      </>,
      { tone: "bad" },
    );
  };
}
