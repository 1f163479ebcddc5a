import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { SentMail } from "@/api/types";
import badges from "@/components/badges.module.css";
import { Loaded } from "@/components/loaded";
import { SideCard } from "@/components/side-card";
import { Time } from "@/components/time";
import tones from "@/components/tones.module.css";
import { useFocusAfterChange } from "@/lib/focus";
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
  const focusAfterChange = useFocusAfterChange();
  const mails = useSentMails(ticket, asked);
  if (!asked) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          setAsked(true);
          focusAfterChange(() => document.querySelector(`.${styles.sent}`));
        }}
      >
        {t("sent.show")}
      </Button>
    );
  }
  return (
    <div className={styles.sent} tabIndex={-1}>
      <Loaded of={mails} lines={3}>
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
      </Loaded>
    </div>
  );
}

const TONES: Record<SentMail["state"], string | undefined> = {
  ...{ sending: tones.calm, sent: tones.info, delayed: tones.warn, delivered: tones.ok },
  ...{ refused: tones.bad, withheld: tones.warn, bounced: tones.bad, complained: tones.bad },
};

function OneMail({ mail, leads }: { mail: SentMail; leads: boolean }) {
  const { t } = useTranslation("agent");
  const { state, why } = mail;
  const lost = state === "withheld" && why === "undeliverable";
  const said =
    lost || (state === "withheld" && why === "too_many") ? t(`sent.why.${lost ? "lost" : "many"}`) : why;
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
