import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AnsweringArticle } from "@/api/types";
import { Button } from "@/components/button";
import { Formatted } from "@/components/rich-text/formatted";

import { useAnswers, useAnswerText } from "../api/answers";
import { useSteady } from "../use-steady";
import styles from "./answers.module.css";

export interface SuggestionsProps {
  text: string;
  signedIn: boolean;
  onAnswered: (article: AnsweringArticle) => void;
}

/** Articles that may answer what somebody is writing, to be read where they stand. Without a good one nothing is there. */
export default function Suggestions({ text, signedIn, onAnswered }: SuggestionsProps) {
  const { t, i18n } = useTranslation("portal");
  const head = useId();
  const place = useRef<HTMLDivElement>(null);
  const { items } = useAnswers(text, i18n.language, signedIn);
  const shown = useSteady(items, place);
  return (
    <div ref={place} className={styles.place}>
      {shown.length > 0 && (
        <section className={styles.suggestions} aria-labelledby={head}>
          <h2 id={head}>{t("answers.title")}</h2>
          <ul>
            {shown.map((article) => (
              <li key={article.article}>
                <Suggestion article={article} signedIn={signedIn} onAnswered={onAnswered} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p role="status" className="visually-hidden">
        {shown.length > 0 && t("answers.count", { count: shown.length })}
      </p>
    </div>
  );
}

interface One extends Omit<SuggestionsProps, "text"> {
  article: AnsweringArticle;
}

function Suggestion({ article, signedIn, onAnswered }: One) {
  const { t } = useTranslation("portal");
  const body = useId();
  const [open, setOpen] = useState(false);
  const { language, title, passage, address } = article;
  const text = useAnswerText(article.article, language, signedIn, open);
  return (
    <>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <bdi lang={language}>{title}</bdi>
      </button>
      {open && (
        <div id={body} className={styles.body}>
          <div lang={language}>
            {text.data === undefined ? <p dir="auto">{passage}</p> : <Formatted html={text.data.body} />}
          </div>
          <div className={styles.acts}>
            <Button
              onClick={() => {
                onAnswered(article);
              }}
            >
              {t("answers.answers")}
            </Button>
            <a href={address} target="_blank" rel="noreferrer">
              {t("answers.page")}
            </a>
          </div>
        </div>
      )}
    </>
  );
}
