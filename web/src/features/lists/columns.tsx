import { IconPencil } from "@tabler/icons-react";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { LevelBadge, PriorityBadge, StateBadge } from "@/components/badges";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { holdsNews, useOwnMarks } from "@/lib/desk/own-marks";
import { initials } from "@/lib/initials";

import { Due } from "./components/due";
import { NarrowCell } from "./components/narrow-cell";
import { Turn } from "./components/turn";
import styles from "./components/queue-table.module.css";

export interface Column<T extends Card = Card> {
  name: string;
  head: string;
  /** As a track of a grid. */
  width: string;
  /** Only in a list at least so wide, in rem. */
  from?: number;
  className?: string | undefined;
  /** Its head is only read out: what it shows is narrower. */
  headHidden?: boolean;
  /** `gone` says why it is no longer in the list. */
  cell: (card: T, gone: string | null) => ReactNode;
}

interface What {
  showTeam: boolean;
  showAssignee: boolean;
  teamName: (id: string) => string;
  organizationName: (id: string) => string;
  /** Whether one has begun to write. */
  isWritten: (id: string) => boolean;
  /** Who else is at it. */
  here?: (id: string) => ReactNode;
  /** Its subject, where something is to be marked in it. */
  said?: (card: Card) => ReactNode;
}

const asItIs = ({ subject }: Card) => <bdi>{subject}</bdi>;

export interface Rows {
  columns: readonly Column[];
  /** All of them in one, for a list beside a ticket and on a phone. */
  narrow: Column;
  /** The link that fills the row. */
  subject: (card: Card) => ReactNode;
}

/** What a list says of a ticket. */
export function useColumns(what: What): Rows {
  const { showTeam, showAssignee, teamName, organizationName, isWritten, here, said = asItIs } = what;
  const { t } = useTranslation("agent");
  const marks = useOwnMarks().data;
  return useMemo(() => {
    const subject = (card: Card) => (
      <TicketLink
        id={card.id}
        className={holdsNews(marks, card) ? `${styles.subject} ${styles.unread}` : styles.subject}
        inGrid
      >
        {said(card)}
        {holdsNews(marks, card) && (
          <span className={styles.said}>
            <span className="visually-hidden"> · {t("unread.row")}</span>
          </span>
        )}
      </TicketLink>
    );
    const pencil = ({ id }: Card) =>
      isWritten(id) && (
        <span className={styles.pencil} title={t("queue.written")}>
          <IconPencil size={14} aria-hidden />
          <span className="visually-hidden">{t("queue.written")}</span>
        </span>
      );
    // What was found in it stands there instead.
    const preview = ({ preview }: Card) =>
      said === asItIs &&
      preview != null && (
        <span className={styles.preview}>
          <bdi>{preview}</bdi>
        </span>
      );
    const state = ({ state, phase, until }: Card) => (
      <>
        <StateBadge state={state} phase={phase} />
        {until !== null && (
          <span className={styles.second}>
            {t("queue.until")} <Time at={until} />
          </span>
        )}
      </>
    );
    const assignee = ({ assignee }: Card) => (
      <span
        className={assignee === null ? styles.nobody : styles.avatar}
        title={assignee?.name ?? t("queue.nobody")}
      >
        <span aria-hidden>{assignee === null ? "–" : initials(assignee.name)}</span>
        <span className="visually-hidden">{assignee?.name ?? t("queue.nobody")}</span>
      </span>
    );
    const ticket = (card: Card, gone: string | null) => (
      <div className={styles.ticket}>
        <span className={styles.first}>
          {subject(card)}
          {pencil(card)}
          {here?.(card.id)}
        </span>
        <span className={styles.facts}>
          {gone !== null && <span className={styles.reason}>{gone} · </span>}
          <span className={styles.id}>{card.id}</span> <bdi>{card.requester.name}</bdi>
          {card.organization !== null && (
            <>
              {" "}
              · <bdi>{organizationName(card.organization)}</bdi>
            </>
          )}
        </span>
        {preview(card)}
      </div>
    );
    const all: (Column | false)[] = [
      { name: "ticket", head: t("queue.ticket"), width: "minmax(0, 1fr)", cell: ticket },
      {
        ...{ name: "turn", head: t("turn.label"), width: "2.75rem", headHidden: true },
        cell: (card) => <Turn {...card} />,
      },
      { name: "deadline", head: t("queue.deadline"), width: "8.5rem", cell: (card) => <Due card={card} /> },
      {
        ...{ name: "priority", head: t("priority.label"), width: "5rem" },
        cell: ({ priority }) => <PriorityBadge priority={priority} />,
      },
      { name: "state", head: t("queue.state"), width: "10.5rem", cell: state },
      showTeam && {
        ...{ name: "team", head: t("queue.team"), width: "11rem", from: 56, className: styles.team },
        cell: ({ level, team }) => (
          <>
            {level !== null && <LevelBadge level={level} />} {team === null ? null : teamName(team)}
          </>
        ),
      },
      showAssignee && {
        ...{ name: "assignee", head: t("queue.assignee"), width: "3.25rem", headHidden: true },
        cell: assignee,
      },
      {
        ...{ name: "updated", head: t("queue.updated"), width: "8.25rem", from: 64 },
        className: styles.updated,
        cell: ({ updated_at }) => <Time at={updated_at} relative />,
      },
    ];
    const narrow: Column = {
      ...{ name: "ticket", head: t("queue.ticket"), width: "minmax(0, 1fr)" },
      cell: (card, gone) => (
        <NarrowCell
          first={
            <>
              {subject(card)}
              {pencil(card)}
              {here?.(card.id)}
            </>
          }
          corner={<Due card={card} />}
          second={
            gone === null ? <bdi>{card.requester.name}</bdi> : <span className={styles.reason}>{gone}</span>
          }
          marks={
            <>
              {/* That it waits for others, its state says in words: there is no room to say it twice. */}
              {card.waits_for === "us" && <Turn {...card} />}
              <PriorityBadge priority={card.priority} />
              <StateBadge state={card.state} phase={card.phase} />
              {showAssignee && assignee(card)}
            </>
          }
          below={preview(card)}
        />
      ),
    };
    return { columns: all.filter((column) => column !== false), narrow, subject };
  }, [t, marks, showTeam, showAssignee, teamName, organizationName, isWritten, here, said]);
}
