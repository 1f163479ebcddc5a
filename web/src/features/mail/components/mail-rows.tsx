import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Mail } from "@/api/settings-types";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";

import styles from "./mails.module.css";
import { OutcomeBadge } from "./outcome-badge";

/** A mail a row: who wrote what, when, and what became of it. */
export function MailRows({ mails }: { mails: readonly Mail[] }) {
  const { t } = useTranslation("settings");
  return (
    <ul className={styles.rows} aria-label={t("mails.title")}>
      {mails.map((mail) => (
        <li key={mail.id} className={styles.row}>
          <div className={styles.what}>
            <Link to="/settings/mails/$mailId" params={{ mailId: mail.id }} className={styles.subject}>
              <bdi>{mail.subject || t("mails.noSubject")}</bdi>
            </Link>
            <span className={styles.facts}>
              <bdi>{mail.from_name || mail.from || mail.envelope.from || t("mails.nobody")}</bdi>
              {" · "}
              <bdi>{mail.envelope.to[0]}</bdi>
              {" · "}
              <Time at={mail.received_at} />
            </span>
          </div>
          <div className={styles.became}>
            <OutcomeBadge mail={mail} />
            {mail.ticket !== null && <TicketLink id={mail.ticket}>{mail.ticket}</TicketLink>}
          </div>
        </li>
      ))}
    </ul>
  );
}
