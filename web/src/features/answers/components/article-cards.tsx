import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Keys } from "@/components/key-tip";
import { SideCard } from "@/components/side-card";

import { asWords, SUGGESTED, suggest } from "../actions";
import { useAnswers } from "../api/answers";
import styles from "./article-cards.module.css";

interface Props {
  text: string;
  onUse: (words: string) => void;
}

/** Articles beside a ticket, to be read and linked to. Where none is good enough, it is only a head. */
export function ArticleCards({ text, onUse }: Props) {
  const { t, i18n } = useTranslation("agent");
  const { items } = useAnswers(text, i18n.language, true);
  useEffect(() => suggest(items), [items]);
  return (
    <SideCard title={t("articles.title")} empty={items.length === 0}>
      <div className={styles.articles}>
        {items.map((found, index) => {
          const { article, language, title, passage, address } = found;
          return (
            <details key={article} className={styles.article}>
              <summary>
                <bdi lang={language}>{title}</bdi>{" "}
                <span aria-hidden className={styles.key}>
                  {SUGGESTED[index] !== undefined && <Keys keys={String(index + 1)} />}
                </span>
              </summary>
              <p lang={language} dir="auto">
                {passage}
              </p>
              <div className={styles.acts}>
                <Button
                  size="xs"
                  variant="default"
                  aria-keyshortcuts={SUGGESTED[index]?.keys?.[0]}
                  onClick={() => {
                    onUse(asWords(found));
                  }}
                >
                  {t("articles.link")}
                </Button>
                <a href={address} target="_blank" rel="noreferrer">
                  {t("articles.read")}
                </a>
              </div>
            </details>
          );
        })}
      </div>
    </SideCard>
  );
}
