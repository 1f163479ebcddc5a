import { useTranslation } from "react-i18next";

import type { Workload } from "@/api/settings-types";
import type { Card } from "@/api/types";
import { PriorityBadge, StateBadge } from "@/components/badges";
import { Deadline } from "@/components/deadline";
import { Loaded } from "@/components/loaded";
import { TicketLink } from "@/components/ticket-link";

import { useTicketsOfPerson } from "../api/list-tickets-of-person";
import { GiveMenu } from "./give-menu";
import styles from "./now-tickets.module.css";

interface Props {
  of: Workload;
  people: readonly Workload[];
}

/** What somebody has, each ticket with a way to give it to somebody else. */
export function NowTickets({ of, people }: Props) {
  const { t } = useTranslation("settings");
  const tickets = useTicketsOfPerson(of.id);
  return (
    <Loaded of={tickets} lines={Math.min(Math.max(of.held, 1), 6)}>
      {({ items, cursor }) =>
        items.length === 0 ? (
          <p className={styles.none}>{t("now.hasNone", { name: of.name })}</p>
        ) : (
          <>
            <ul className={styles.tickets} aria-label={t("roster.loadOf", { name: of.name })}>
              {items.map((card) => (
                <Row key={card.id} card={card}>
                  <GiveMenu card={card} owner={of} people={people} />
                </Row>
              ))}
            </ul>
            {cursor !== null && (
              <p className={styles.none}>{t("now.moreTickets", { count: items.length })}</p>
            )}
          </>
        )
      }
    </Loaded>
  );
}

function Row({ card, children }: { card: Card; children: React.ReactNode }) {
  return (
    <li className={styles.ticket}>
      <PriorityBadge priority={card.priority} />
      <span className={styles.subject}>
        <TicketLink id={card.id}>
          <bdi>{card.subject}</bdi>
        </TicketLink>
        <span className={styles.number}>{card.id}</span>
      </span>
      <StateBadge state={card.state} phase={card.phase} />
      <Deadline at={card.next_deadline} paused={card.waiting} />
      {children}
    </li>
  );
}
