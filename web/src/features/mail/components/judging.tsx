import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Mail } from "@/api/settings-types";
import { Question } from "@/components/settings/question";
import { Notice } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import { useMe } from "@/lib/desk/get-me";
import { useProblemText } from "@/lib/problem-text";

import type { JudgingState } from "../use-judging";
import { doubts } from "../verdicts";
import styles from "./mails.module.css";
import { OutcomeBadge } from "./outcome-badge";

interface Props {
  mail: Mail;
  judging: JudgingState;
}

/** What became of a mail, and what can still be made of it. */
export function Judging({ mail, judging: { asked, error, sending, ask } }: Props) {
  const { t } = useTranslation("settings");
  const problemText = useProblemText();
  const isAdmin = useMe().data?.role === "admin";
  const [question, setQuestion] = useState(false);
  const judged = asked !== null && mail.revision > asked.revision;
  const waits = asked !== null && !judged;
  return (
    <>
      <div className={styles.acts}>
        <OutcomeBadge mail={mail} />
        {mail.ticket !== null && <TicketLink id={mail.ticket}>{mail.ticket}</TicketLink>}
        {mail.held && isAdmin && (
          <>
            <Button
              loading={waits && asked.how === "releases" && !asked.late}
              disabled={sending || waits}
              onClick={() => {
                setQuestion(true);
              }}
            >
              {t("mails.release")}
            </Button>
            <Button
              variant="default"
              loading={waits && asked.how === "replays" && !asked.late}
              disabled={sending || waits}
              onClick={() => {
                ask("replays", mail);
              }}
            >
              {t("mails.replay")}
            </Button>
          </>
        )}
      </div>
      <div role="status">
        {waits && <Notice tone="info">{t(asked.late ? "mails.late" : "mails.waits")}</Notice>}
        {judged && mail.ticket !== null && (
          <Notice tone="ok">
            {t("mails.made")} <TicketLink id={mail.ticket}>{mail.ticket}</TicketLink>
          </Notice>
        )}
        {judged && mail.ticket === null && <Notice tone="info">{t("mails.same")}</Notice>}
      </div>
      {error !== null && (
        <div role="alert">
          <Notice tone="bad">{problemText(error)}</Notice>
        </div>
      )}
      {question && (
        <Question
          title={t("mails.releaseTitle")}
          doing={t("mails.release")}
          pending={sending}
          onDo={() => {
            ask("releases", mail);
            setQuestion(false);
          }}
          onClose={() => {
            setQuestion(false);
          }}
        >
          <p>{t("mails.releaseText")}</p>
          {doubts(mail.verdicts).includes("virus") && <p>{t("mails.releaseVirus")}</p>}
        </Question>
      )}
    </>
  );
}
