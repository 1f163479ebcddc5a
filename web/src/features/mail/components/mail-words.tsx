import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Mail } from "@/api/settings-types";
import { useNotify } from "@/components/notify";
import { useProblemText } from "@/lib/problem-text";
import { fileSize } from "@/lib/time-format";

import { rawMail } from "../api/get-mail";
import styles from "./mails.module.css";

/** What it says: as text alone, in which nothing leads anywhere. Below it what it answers, and its files by name. */
export function MailWords({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation("agent");
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keyboard too */}
      <section tabIndex={0} className={styles.words} aria-label={t("mail.words")} dir="auto">
        {mail.text === "" && mail.below === "" ? t("mail.wordless") : mail.text}
        {mail.below !== "" && <div className={styles.below}>{mail.below}</div>}
      </section>
      {mail.attachments.length > 0 && (
        <section className={styles.part}>
          <h2>{t("mail.files")}</h2>
          <ul className={styles.files}>
            {mail.attachments.map(({ name, type, size }, index) => (
              <li key={index}>
                <bdi>{name}</bdi>{" "}
                <span>
                  {type}, {fileSize(size, i18n.language)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The mail as it came, as a file. */
export function RawButton({ id }: { id: string }) {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="default"
      loading={busy}
      onClick={() => {
        setBusy(true);
        rawMail(id)
          .then(
            ({ url }) => {
              window.location.assign(url);
            },
            (error: unknown) => {
              notify(problemText(error), { tone: "bad" });
            },
          )
          .finally(() => {
            setBusy(false);
          });
      }}
    >
      {t("mail.raw")}
    </Button>
  );
}
