import { useTranslation } from "react-i18next";

import type { Mail } from "@/api/settings-types";
import { FactRows } from "@/components/fact-rows";
import { Notice } from "@/components/states";
import { Time } from "@/components/time";
import { listed } from "@/lib/isolated";

import { furtherDoubts, VERDICTS } from "../verdicts";

/** From whom to whom, as it says itself and as the servers said it, and what the mail service found. */
export function MailFacts({ mail }: { mail: Mail }) {
  const { t } = useTranslation("agent");
  const { envelope, from, from_name: name, verdicts, message_id: messageId } = mail;
  const found = VERDICTS.flatMap((kind) => {
    const verdict = verdicts[kind];
    return verdict === undefined ? [] : [`${t(`mail.check.${kind}`)}: ${wordFor(verdict, t)}`];
  });
  const facts = [
    {
      label: t("mail.from"),
      value: <bdi>{name !== "" && from !== "" ? `${name} <${from}>` : name || from || t("mail.nobody")}</bdi>,
    },
    ...(envelope.from === from
      ? []
      : [{ label: t("mail.envelope"), value: <bdi>{envelope.from || t("mail.noReturn")}</bdi> }]),
    { label: t("mail.to"), value: <bdi>{listed(envelope.to)}</bdi> },
    { label: t("mail.received"), value: <Time at={mail.received_at} /> },
    ...(found.length > 0 ? [{ label: t("mail.checks"), value: found.join(" · ") }] : []),
    ...(messageId === null
      ? []
      : [{ label: "Message-ID", value: messageId === "" ? t("mail.noId") : <bdi>{messageId}</bdi> }]),
  ];
  return (
    <>
      {furtherDoubts(mail).map((kind) => (
        <Notice key={kind} tone={kind === "virus" ? "bad" : "warn"}>
          {t(`mail.doubt.${kind}`)}
        </Notice>
      ))}
      <FactRows facts={facts} />
    </>
  );
}

const WORDS = ["pass", "fail", "gray", "processing_failed"] as const;

function wordFor(verdict: string, t: (key: `mail.verdict.${(typeof WORDS)[number]}`) => string): string {
  const known = WORDS.find((one) => one === verdict);
  return known === undefined ? verdict : t(`mail.verdict.${known}`);
}
