import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { StateBadge } from "@/components/badges";
import { FactRows } from "@/components/fact-rows";
import { isKnownZone, LocalTime } from "@/components/local-time";
import { SideCard } from "@/components/side-card";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { usePerson } from "@/lib/desk/get-person";
import { ownZone } from "@/lib/local-input";
import type { OnTicket } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

import { useTicketsOf } from "../api/list-tickets-of";
import styles from "./requester-panel.module.css";

/** Who asked; `children` are those who take part beside them. */
export function RequesterPanel({ ticket, children }: OnTicket & { children: ReactNode }) {
  const { t } = useTranslation("agent");
  return (
    <SideCard title={t("ticket.requester")}>
      <Requester ticket={ticket}>{children}</Requester>
    </SideCard>
  );
}

const SHOWN = 5;

const languageName = (code: string, language: string): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;

function Requester({ ticket, children }: { ticket: Ticket; children: ReactNode }) {
  const { t, i18n } = useTranslation("agent");
  const words = useWords();
  const others =
    useTicketsOf(ticket.requester.id)
      .data?.filter((card) => card.id !== ticket.id)
      .slice(0, SHOWN) ?? [];
  const { customer = null } = ticket;
  const zone = usePerson(ticket.requester.id).data?.timezone ?? ownZone();
  const { plan, spoc, notes } = customer ?? { plan: null, spoc: null, notes: "" };
  const facts = [
    {
      label: t("ticket.organization"),
      value: <bdi>{customer?.name ?? ticket.organization ?? t("ticket.none")}</bdi>,
    },
    ...(plan ? [{ label: t("ticket.plan"), value: <bdi>{plan}</bdi> }] : []),
    { label: t("ticket.language"), value: languageName(ticket.language, i18n.language) },
    ...(zone === ownZone() || !isKnownZone(zone)
      ? []
      : [{ label: t("person.there"), value: <LocalTime zone={zone} /> }]),
    {
      label: t("ticket.created"),
      value: (
        <>
          <Time at={ticket.created_at} />, {words.channel(ticket.channel)}
        </>
      ),
    },
  ];
  if (spoc !== null) {
    const contact = (
      <a href={`mailto:${spoc.email}`}>
        <bdi>{spoc.name}</bdi>
      </a>
    );
    facts.push({ label: t("ticket.contact"), value: contact });
  }
  return (
    <div className={styles.panel}>
      <div>
        <strong>
          <Link to="/people/$personId" params={{ personId: ticket.requester.id }} className={styles.name}>
            <bdi>{ticket.requester.name}</bdi>
          </Link>
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
      {children}
      <FactRows facts={facts} />
      {notes !== "" && <p className={styles.notes}>{notes}</p>}
      {others.length > 0 && (
        <>
          <h3 className={styles.heading}>{t("ticket.otherTickets")}</h3>
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
        </>
      )}
    </div>
  );
}
