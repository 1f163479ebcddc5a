import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { AnswerBy } from "@/components/answer-by";
import { Button, buttonClass } from "@/components/button";

import type { Sent } from "../use-send-request";
import styles from "./sent-panel.module.css";

interface Props {
  sent: Sent;
  /** Where the way to the ticket was mailed; null when the sender is signed in. */
  email: string | null;
  onAnother: () => void;
}

export function SentPanel({ sent, email, onAnother }: Props) {
  const { t } = useTranslation("portal");
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
  }, []);
  const address = new URL(sent.statusUrl, window.location.href);
  // The service names the site's public address; here the page is already on it, whatever its name.
  const href = address.pathname + address.hash;
  return (
    <section className={styles.panel}>
      <svg viewBox="0 0 48 48" aria-hidden="true" className={styles.tick}>
        <circle cx="24" cy="24" r="22" />
        <path d="m15 25 6.5 6.5L34 18.5" />
      </svg>
      <h1 ref={heading} tabIndex={-1}>
        {t("done.title")}
      </h1>
      <p className={styles.number}>
        {t("done.number")}: <strong>{sent.id}</strong>
      </p>
      {sent.answerBy !== null && (
        <p className={styles.promise}>
          <AnswerBy at={sent.answerBy} />
        </p>
      )}
      <p className={styles.text}>{email === null ? t("done.textAccount") : t("done.text", { email })}</p>
      <div className={styles.actions}>
        <a href={href} className={buttonClass(email === null ? "primary" : "plain")}>
          {email === null ? t("done.open") : t("done.seen")}
        </a>
        <Button look="quiet" onClick={onAnother}>
          {t("done.another")}
        </Button>
      </div>
      {email !== null && <p className={styles.keep}>{t("done.noMail")}</p>}
    </section>
  );
}
