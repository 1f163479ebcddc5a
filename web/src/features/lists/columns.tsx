import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { LevelBadge, PriorityBadge, StateBadge } from "@/components/badges";
import { Deadline } from "@/components/deadline";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { holdsNews, useOwnMarks } from "@/lib/desk/own-marks";
import { useWords } from "@/lib/words";

import styles from "./components/queue-table.module.css";

export interface Column<T extends Card = Card> {
  name: string;
  head: string;
  classOf: (card: T) => string | undefined;
  cell: (card: T) => ReactNode;
}

/** What a list says of a ticket, column by column. */
export function useColumns(
  teamName: (id: string) => string,
  { showTeam, showAssignee }: { showTeam: boolean; showAssignee: boolean },
): Column[] {
  const { t } = useTranslation("agent");
  const words = useWords();
  const marks = useOwnMarks().data;
  const all: (Column | false)[] = [
    {
      name: "deadline",
      head: t("queue.deadline"),
      classOf: () => styles.deadline,
      cell: (card) => {
        // The one the countdown shows is red already.
        const missed = card.breached
          .filter((clock) => clock !== card.next_clock)
          .map(words.clock)
          .join(", ");
        return (
          <>
            <Deadline
              at={card.next_deadline}
              paused={card.waiting}
              label={card.next_clock === null ? undefined : words.clock(card.next_clock)}
            />
            {missed !== "" && (
              <span className={styles.missed}>{t("clock.breached", { clocks: missed })}</span>
            )}
          </>
        );
      },
    },
    {
      name: "priority",
      head: t("priority.label"),
      classOf: () => styles.priority,
      cell: ({ priority }) => <PriorityBadge priority={priority} />,
    },
    {
      name: "ticket",
      head: t("queue.ticket"),
      classOf: (card) => `${styles.ticket} ${holdsNews(marks, card) ? styles.unread : ""}`,
      cell: ({ id, subject, requester, category, ...card }) => (
        <>
          <TicketLink id={id} className={styles.subject} inGrid>
            <bdi>{subject}</bdi>
            {holdsNews(marks, { id, ...card }) && (
              <span className="visually-hidden"> · {t("unread.row")}</span>
            )}
          </TicketLink>
          <span className={styles.facts}>
            <span className={styles.id}>{id}</span> <bdi>{requester.name}</bdi>
            {category !== null && <> · {words.category(category)}</>}
          </span>
        </>
      ),
    },
    {
      name: "state",
      head: t("queue.state"),
      classOf: () => styles.state,
      cell: ({ state, phase, until }) => (
        <>
          <StateBadge state={state} phase={phase} />
          {until !== null && (
            <span className={styles.until}>
              {t("queue.until")} <Time at={until} />
            </span>
          )}
        </>
      ),
    },
    showTeam && {
      name: "team",
      head: t("queue.team"),
      classOf: () => styles.team,
      cell: ({ level, team }) => (
        <>
          {level !== null && <LevelBadge level={level} />} {team === null ? null : teamName(team)}
        </>
      ),
    },
    showAssignee && {
      name: "assignee",
      head: t("queue.assignee"),
      classOf: ({ assignee }) => (assignee === null ? styles.nobody : styles.assignee),
      cell: ({ assignee }) => assignee?.name ?? t("queue.nobody"),
    },
    {
      name: "updated",
      head: t("queue.updated"),
      classOf: () => styles.updated,
      cell: ({ updated_at }) => <Time at={updated_at} relative />,
    },
  ];
  return all.filter((column) => column !== false);
}
