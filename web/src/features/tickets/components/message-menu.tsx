import { IconDots, IconLink, IconQuote } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { KeyMenu } from "@/components/key-menu";

import styles from "./message-menu.module.css";

interface Props {
  entry: Entry;
  onQuote: () => void;
  onLink: () => void;
}

/** What one does with one message. The menu is made when it is asked for: a thread has a hundred of them. */
export function MessageMenu({ entry, onQuote, onLink }: Props) {
  const { t } = useTranslation("agent");
  const [opened, setOpened] = useState(false);
  const label = t("thread.menu", { name: entry.actor.name, interpolation: { escapeValue: false } });
  return (
    <span className={styles.place}>
      <button
        type="button"
        className={styles.dots}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={opened}
        onClick={() => {
          setOpened(true);
        }}
      >
        <IconDots size={16} aria-hidden />
      </button>
      {opened && (
        <KeyMenu
          label={label}
          opened
          onChange={setOpened}
          position="bottom-end"
          choices={[
            ...(entry.body === null
              ? []
              : [{ id: "quote", words: t("thread.quote"), digit: 1, Icon: IconQuote, run: onQuote }]),
            { id: "link", words: t("thread.link"), digit: 2, Icon: IconLink, run: onLink },
          ]}
        >
          <span className={styles.anchor} aria-hidden />
        </KeyMenu>
      )}
    </span>
  );
}
