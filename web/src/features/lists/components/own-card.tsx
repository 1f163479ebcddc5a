import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { AnswerBy } from "@/components/answer-by";
import { Time } from "@/components/time";

import styles from "./ticket-list.module.css";

/** One of my own requests: what it is about, whose turn it is, and by when I hear. */
export function OwnCard({ card }: { card: Card }) {
  const { t } = useTranslation("portal");
  return (
    <a href={`/tickets/${card.id}`} className={styles.card}>
      <span className={styles.subject}>
        <bdi>{card.subject}</bdi>
      </span>
      <span className={`${styles.state} ${styles[card.turn] ?? ""}`}>{t(`status.short.${card.turn}`)}</span>
      <span className={styles.facts}>
        {card.takes_part && (
          <>
            {t("list.takesPart")} <bdi>{card.requester.name}</bdi> ·{" "}
          </>
        )}
        {card.id} · <Time at={card.updated_at} relative />
        {card.answer_by !== null && (
          <>
            {" "}
            · <AnswerBy at={card.answer_by} />
          </>
        )}
      </span>
    </a>
  );
}
