import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { SentMail } from "@/api/types";
import badges from "@/components/badges.module.css";
import { SideCard } from "@/components/side-card";
import { Time } from "@/components/time";
import tones from "@/components/tones.module.css";
import { WhenAsked } from "@/components/when-asked";
import { isLead, type OnTicket } from "@/lib/ticket-parts";

import { useSentMails } from "./api/sent-mails";
import { letterOf } from "./letters";
import styles from "./panel.module.css";

/** Who was mailed what of a ticket, and what became of it. It is asked for when one wants to know. */
export function SentMailPanel(on: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <SideCard title={t("sent.title")}>
      <Sent key={on.ticket.id} {...on} />
    </SideCard>
  );
}

function Sent({ ticket, me }: OnTicket) {
  const { t } = useTranslation("agent");
  const [asked, setAsked] = useState(false);
  const mails = useSentMails(ticket, asked);
  return (
    <WhenAsked
      asked={asked}
      onAsk={() => {
        setAsked(true);
      }}
      words={t("sent.show")}
      of={mails}
      lines={3}
      className={styles.sent}
    >
      {(items) =>
        items.length === 0 ? (
          <p>{t("sent.none")}</p>
        ) : (
          <ul aria-label={t("sent.title")}>
            {items.map((mail) => (
              <li key={`${mail.entry} ${mail.letter} ${mail.person}`}>
                <OneMail mail={mail} leads={isLead(me)} />
              </li>
            ))}
          </ul>
        )
      }
    </WhenAsked>
  );
}

const TONES: Record<SentMail["state"], string | undefined> = {
  ...{ sending: tones.calm, sent: tones.info, delayed: tones.warn, delivered: tones.ok },
  ...{ refused: tones.bad, withheld: tones.warn, bounced: tones.bad, complained: tones.bad },
};

const WITHHELD: Record<string, "lost" | "many" | "chat" | undefined> = {
  undeliverable: "lost",
  too_many: "many",
  in_chat: "chat",
};

function OneMail({ mail, leads }: { mail: SentMail; leads: boolean }) {
  const { t } = useTranslation("agent");
  const { state, why } = mail;
  const lost = state === "withheld" && why === "undeliverable";
  const known = state === "withheld" ? WITHHELD[why] : undefined;
  const said = known === undefined ? why : t(`sent.why.${known}`);
  return (
    <>
      <span className={styles.head}>
        <strong>{letterOf(mail.letter, t)}</strong>
        <span className={`${badges.badge} ${TONES[state]}`}>{t(`sent.state.${state}`)}</span>
      </span>
      <span className={styles.facts}>
        <bdi>{mail.address}</bdi>
        {" · "}
        <Time at={mail.state_at} />
      </span>
      {said !== "" && (
        <span className={styles.facts}>
          <bdi>{said}</bdi> {lost && leads && <Link to="/settings/undeliverable">{t("sent.lost")}</Link>}
        </span>
      )}
    </>
  );
}
