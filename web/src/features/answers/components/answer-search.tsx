import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { TextField } from "@/components/field";

import { useAnswers } from "../api/answers";
import styles from "./answers.module.css";

interface Props {
  signedIn: boolean;
  /** What stands there while nothing is looked for. */
  children: ReactNode;
}

/** Articles by a question, in whatever language it is. */
export function AnswerSearch({ signedIn, children }: Props) {
  const { t, i18n } = useTranslation("portal");
  const [words, setWords] = useState("");
  const { items, settled } = useAnswers(words, i18n.language, signedIn);
  const nothing = settled && items.length === 0;
  return (
    <>
      <TextField
        label={t("answers.search")}
        type="search"
        name="q"
        autoComplete="off"
        maxLength={1000}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      <p role="status" className={nothing ? undefined : "visually-hidden"}>
        {nothing && t("answers.none")}
        {settled && items.length > 0 && t("answers.count", { count: items.length })}
      </p>
      {nothing && (
        <p>
          <a href="/">{t("article.askUs")}</a>
        </p>
      )}
      {items.length === 0 ? (
        children
      ) : (
        <ul className={styles.found}>
          {items.map(({ article, language, title, passage, address }) => (
            <li key={article}>
              <a href={address} lang={language}>
                <bdi>{title}</bdi>
              </a>
              <p lang={language} dir="auto">
                {passage}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
