import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { Time } from "@/components/time";
import { useWords } from "@/lib/words";

import styles from "./conflict-notice.module.css";
import excerpt from "./excerpt.module.css";

interface Props {
  news: readonly Entry[];
  busy: boolean;
  onSend: () => void;
  onKeepWriting: () => void;
}

/** Asked once, when the ticket moved under somebody who was writing. The text stays where it is. */
export function ConflictNotice({ news, busy, onSend, onKeepWriting }: Props) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);

  const what = (entry: Entry): string => {
    if (entry.body !== null) return entry.body;
    const state = entry.data.state;
    return typeof state === "string" ? words.state(state) : t("conflict.changed");
  };
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.notice}>
      <strong>{t("conflict.title")}</strong>
      <p>{t("conflict.text")}</p>
      {news.length > 0 && (
        <ul className={styles.news}>
          {news.map((entry) => (
            <li key={entry.id}>
              <strong>
                <bdi>{entry.actor.name}</bdi>
              </strong>{" "}
              <Time at={entry.at} />
              <span className={excerpt.words}>{what(entry)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={excerpt.actions}>
        <Button size="xs" loading={busy} onClick={onSend}>
          {t("conflict.sendAnyway")}
        </Button>
        <Button size="xs" variant="default" onClick={onKeepWriting}>
          {t("conflict.keepWriting")}
        </Button>
      </div>
    </div>
  );
}
