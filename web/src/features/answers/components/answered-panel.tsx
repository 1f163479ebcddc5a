import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button, buttonClass } from "@/components/button";

import styles from "./answers.module.css";

interface Props {
  article: { title: string; language: string; address: string };
  onAsk: () => void;
}

/** In place of a request that was not needed. What was written of it is still there. */
export default function AnsweredPanel({ article, onAsk }: Props) {
  const { t } = useTranslation("portal");
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className={styles.answered}>
      <h1 ref={heading} tabIndex={-1}>
        {t("answers.done")}
      </h1>
      <p>{t("answers.notSent")}</p>
      <div className={styles.acts}>
        <a href={article.address} className={buttonClass("primary")}>
          <bdi lang={article.language}>{article.title}</bdi>
        </a>
        <Button look="quiet" onClick={onAsk}>
          {t("answers.ask")}
        </Button>
      </div>
    </section>
  );
}
