import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { Answer, Answers as Given } from "@/api/types";
import { dateInWords } from "@/lib/time-format";

import styles from "./answers.module.css";

/** What was answered to the questions of a topic: in the reader's language where it has words, else as it was seen. */
export function Answers({ answers }: { answers: Given }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const words = (by: Record<string, string>): string =>
    by[i18n.language] ?? by[answers.language] ?? Object.values(by)[0] ?? "";
  const said = ({ type, value, said: chosen }: Answer): string => {
    switch (type) {
      case "choice":
        return words(chosen) || String(value);
      case "yes_no":
        return t(value === true ? "yes" : "no");
      case "date":
        return dateInWords(String(value), i18n.language);
      case "number":
        return Number(value).toLocaleString(i18n.language);
      default:
        return String(value);
    }
  };
  return (
    <section className={styles.answers} aria-labelledby={id}>
      <h3 id={id} className={styles.topic}>
        <bdi>{words(answers.name)}</bdi>
      </h3>
      {answers.given.length > 0 && (
        <dl className={styles.list}>
          {answers.given.map((answer) => (
            <div key={answer.question}>
              <dt>
                <bdi>{words(answer.asked)}</bdi>
              </dt>
              <dd>
                <bdi>{said(answer)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
