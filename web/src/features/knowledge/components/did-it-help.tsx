import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { MissingHelp } from "@/api/types";
import { Button } from "@/components/button";
import { ChoiceField } from "@/components/field";
import { Refused } from "@/components/refused";

import { useTellOfArticle } from "../api/shown";
import styles from "./article.module.css";

const REASONS = [
  "other_question",
  "unclear",
  "outdated",
  "did_not_work",
] as const satisfies readonly MissingHelp[];

interface Props {
  id: string;
  language: string;
  signedIn: boolean;
}

/** Whether it helped; if not, why, and the way to people. */
export function DidItHelp({ id, language, signedIn }: Props) {
  const { t } = useTranslation("portal");
  const head = useId();
  const telling = useTellOfArticle(id, language, signedIn);
  const [not, setNot] = useState(false);
  const [reason, setReason] = useState<MissingHelp | "">("");
  return (
    <section className={styles.help} aria-labelledby={head}>
      <h2 id={head}>{t("article.helped")}</h2>
      {telling.isSuccess ? (
        <p role="status">{t("article.thanks")}</p>
      ) : (
        <>
          <div className={styles.choices}>
            <Button
              busy={telling.isPending && !not}
              onClick={() => {
                setNot(false);
                telling.mutate({ helped: true, reason: null });
              }}
            >
              {t("article.yes")}
            </Button>
            <Button
              aria-expanded={not}
              onClick={() => {
                setNot(!not);
              }}
            >
              {t("article.no")}
            </Button>
          </div>
          {not && (
            <>
              <ChoiceField
                legend={t("article.why")}
                optional={t("article.optional")}
                name="reason"
                options={REASONS.map((value) => ({ value, label: t(`article.reasons.${value}`) }))}
                value={reason}
                onChange={setReason}
              />
              <div className={styles.choices}>
                <Button
                  look="primary"
                  busy={telling.isPending}
                  onClick={() => {
                    telling.mutate({ helped: false, reason: reason === "" ? null : reason });
                  }}
                >
                  {t("article.send")}
                </Button>
              </div>
            </>
          )}
          <Refused error={telling.error} />
        </>
      )}
      <p>
        {t("article.ask")} <a href="/">{t("article.askUs")}</a>
      </p>
    </section>
  );
}
