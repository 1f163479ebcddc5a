import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { LevelBadge, PriorityBadge, StateBadge } from "@/components/badges";
import { Deadline } from "@/components/deadline";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { useWords } from "@/lib/words";

import styles from "./queue-table.module.css";

interface Props {
  cards: readonly Card[];
  /** The row the keyboard stands on. */
  current: number;
  teamNames: ReadonlyMap<string, string>;
  showTeam: boolean;
  showAssignee: boolean;
  label: string;
}

export function QueueTable({ cards, current, teamNames, showTeam, showAssignee, label }: Props) {
  const { t } = useTranslation("agent");
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("queue.deadline")}</th>
          <th scope="col">{t("priority.label")}</th>
          <th scope="col">{t("queue.ticket")}</th>
          <th scope="col">{t("queue.state")}</th>
          {showTeam && <th scope="col">{t("queue.team")}</th>}
          {showAssignee && <th scope="col">{t("queue.assignee")}</th>}
          <th scope="col">{t("queue.updated")}</th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card, index) => (
          <Row key={card.id} {...{ card, teamNames, showTeam, showAssignee }} current={index === current} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Pick<Props, "teamNames" | "showTeam" | "showAssignee"> & {
  card: Card;
  current: boolean;
};

function Row({ card, current, teamNames, showTeam, showAssignee }: RowProps) {
  const { t } = useTranslation("agent");
  const words = useWords();
  // The one the countdown shows is red already.
  const missed = card.breached
    .filter((clock) => clock !== card.next_clock)
    .map(words.clock)
    .join(", ");
  return (
    <tr className={current ? styles.current : undefined} data-current={current || undefined}>
      <td className={styles.deadline}>
        <Deadline
          at={card.next_deadline}
          paused={card.waiting}
          label={card.next_clock === null ? undefined : words.clock(card.next_clock)}
        />
        {missed !== "" && <span className={styles.missed}>{t("clock.breached", { clocks: missed })}</span>}
      </td>
      <td className={styles.priority}>
        <PriorityBadge priority={card.priority} />
      </td>
      <td className={styles.ticket}>
        <TicketLink id={card.id} className={styles.subject}>
          {card.subject}
        </TicketLink>
        <span className={styles.facts}>
          <span className={styles.id}>{card.id}</span> {card.requester.name}
          {card.category !== null && <> · {words.category(card.category)}</>}
        </span>
      </td>
      <td className={styles.state}>
        <StateBadge state={card.state} phase={card.phase} />
        {card.until !== null && (
          <span className={styles.until}>
            {t("queue.until")} <Time at={card.until} />
          </span>
        )}
      </td>
      {showTeam && (
        <td className={styles.team}>
          {card.level !== null && <LevelBadge level={card.level} />}{" "}
          {teamNames.get(card.team ?? "") ?? card.team}
        </td>
      )}
      {showAssignee && (
        <td className={card.assignee === null ? styles.nobody : styles.assignee}>
          {card.assignee?.name ?? t("queue.nobody")}
        </td>
      )}
      <td className={styles.updated}>
        <Time at={card.updated_at} relative />
      </td>
    </tr>
  );
}
