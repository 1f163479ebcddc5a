import { ActionIcon } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { KeyTip } from "@/components/key-tip";

import { inboxActions, type OnInbox } from "../actions";
import styles from "./row-buttons.module.css";

interface Props {
  id: string;
  on: Pick<OnInbox, "done" | "later">;
}

/** For pointers and fingers: the keyboard has its keys on the row. */
export function RowButtons({ id, on }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  return (
    <span className={styles.buttons}>
      {(["done", "later"] as const).map((what) => {
        const { words, Icon } = inboxActions[what];
        return (
          <KeyTip key={what} of={inboxActions[what]}>
            <ActionIcon
              variant="default"
              className={styles.button}
              tabIndex={-1}
              aria-label={`${words(t)}: ${id}`}
              onClick={() => {
                on[what](id);
              }}
            >
              <Icon size={16} aria-hidden />
            </ActionIcon>
          </KeyTip>
        );
      })}
    </span>
  );
}
