import { useTranslation } from "react-i18next";

import { AnswerBy } from "@/components/answer-by";
import { Button, buttonClass } from "@/components/button";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";

import { useOwnTickets } from "../api/list-own-tickets";
import styles from "./ticket-list.module.css";

export function TicketList() {
  const { t } = useTranslation("portal");
  const query = useOwnTickets();
  if (query.data === undefined) {
    if (query.error === null) return <Loading lines={5} onRetry={() => void query.refetch()} />;
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const cards = query.data.pages.flatMap((page) => page.items);
  if (cards.length === 0) {
    return (
      <EmptyState title={t("list.empty")} text={t("list.emptyText")}>
        <a href="/" className={buttonClass("primary")}>
          {t("home")}
        </a>
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {cards.map((card) => {
          return (
            <li key={card.id}>
              <a href={`/tickets/${card.id}`} className={styles.card}>
                <span className={styles.subject}>
                  <bdi>{card.subject}</bdi>
                </span>
                <span className={`${styles.state} ${styles[card.turn] ?? ""}`}>
                  {t(`status.short.${card.turn}`)}
                </span>
                <span className={styles.facts}>
                  {card.id} · <Time at={card.updated_at} relative />
                  {card.answer_by !== null && (
                    <>
                      {" "}
                      · <AnswerBy at={card.answer_by} />
                    </>
                  )}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("list.more")}
        </Button>
      )}
    </>
  );
}
