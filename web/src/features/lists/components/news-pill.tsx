import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { Pill } from "@/components/pill";
import { announce } from "@/lib/announcer";

import styles from "./news-pill.module.css";

interface Props {
  changes: number;
  came: readonly Card[];
  onShow: () => void;
  /** It is part of what stands above the list, and stays there. */
  inHead?: boolean;
}

/** That a list would look otherwise by now. It lies upon the list, so that it moves nothing itself. */
export function NewsPill({ changes, came, onShow, inHead = false }: Props) {
  const { t } = useTranslation("agent");
  const urgent = came.find(({ priority }) => priority === "P1")?.subject;
  const words =
    urgent === undefined
      ? null
      : t("queue.urgent", { subject: urgent, interpolation: { escapeValue: false } });
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words]);
  return (
    <div className={inHead ? `${styles.place} ${styles.inHead}` : styles.place}>
      {changes > 0 && (
        <Pill aria-keyshortcuts="." onClick={onShow}>
          {words !== null && <strong className={styles.urgent}>{words}</strong>}
          <span>
            {t("queue.changes", { count: changes })} · {t("queue.show")}
          </span>
        </Pill>
      )}
    </div>
  );
}
