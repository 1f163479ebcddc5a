import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { StateBadge } from "@/components/badges";
import { SideCard } from "@/components/side-card";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import type { OnTicket } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

import { useTicketsOf } from "../api/list-tickets-of";
import styles from "./requester-panel.module.css";

export function RequesterPanel({ ticket }: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <SideCard title={t("ticket.requester")}>
      <Requester ticket={ticket} />
    </SideCard>
  );
}

function Requester({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const others = useTicketsOf(ticket.requester.id).data?.filter((card) => card.id !== ticket.id) ?? [];
  const facts: [string, React.ReactNode][] = [
    [t("ticket.organization"), ticket.customer?.name ?? ticket.organization ?? t("ticket.none")],
    [t("ticket.channel"), words.channel(ticket.channel)],
    [t("ticket.language"), ticket.language.toUpperCase()],
    [t("ticket.created"), <Time key="created" at={ticket.created_at} />],
  ];
  const { customer = null } = ticket;
  const { plan, spoc, notes } = customer ?? { plan: null, spoc: null, notes: "" };
  if (plan) facts.push([t("ticket.plan"), plan]);
  if (spoc !== null) {
    facts.push([
      t("ticket.contact"),
      <a key="contact" href={`mailto:${spoc.email}`}>
        <bdi>{spoc.name}</bdi>
      </a>,
    ]);
  }
  return (
    <div className={styles.panel}>
      <div>
        <strong>
          <bdi>{ticket.requester.name}</bdi>
        </strong>
        {Boolean(ticket.requester.email) && (
          <a className={styles.mail} href={`mailto:${ticket.requester.email}`}>
            <bdi>{ticket.requester.email}</bdi>
          </a>
        )}
        {Boolean(ticket.requester.phone) && (
          <a className={styles.mail} href={`tel:${ticket.requester.phone}`}>
            <bdi>{ticket.requester.phone}</bdi>
          </a>
        )}
      </div>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notes !== "" && <p className={styles.notes}>{notes}</p>}
      <h3 className={styles.heading}>{t("ticket.otherTickets")}</h3>
      {others.length === 0 ? (
        <p className={styles.none}>{t("ticket.noOther")}</p>
      ) : (
        <ul className={styles.others}>
          {others.map((card) => (
            <li key={card.id}>
              <TicketLink id={card.id}>
                <bdi>{card.subject}</bdi>
              </TicketLink>
              <StateBadge state={card.state} phase={card.phase} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
