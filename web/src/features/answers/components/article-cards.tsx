import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { SideCard } from "@/components/side-card";

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
  return (
    <SideCard title={t("articles.title")} empty={items.length === 0}>
      <div className={styles.articles}>
        {items.map(({ article, language, title, passage, address }) => (
          <details key={article} className={styles.article}>
            <summary>
              <bdi lang={language}>{title}</bdi>
            </summary>
            <p lang={language} dir="auto">
              {passage}
            </p>
            <div className={styles.acts}>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  onUse(`${title}\n${new URL(address, window.location.origin).href}`);
                }}
              >
                {t("articles.link")}
              </Button>
              <a href={address} target="_blank" rel="noreferrer">
                {t("articles.read")}
              </a>
            </div>
          </details>
        ))}
      </div>
    </SideCard>
  );
}
