import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { EmptyState } from "@/components/states";

import { useShownArticles } from "../api/shown";
import { languageName } from "../language-names";
import styles from "./article.module.css";

interface Props {
  category: string;
  signedIn: boolean;
}

/** What one may read of a category, in one's language where there is something in it. */
export function ArticleList({ category, signedIn }: Props) {
  const { t, i18n } = useTranslation("portal");
  const found = useShownArticles(category, i18n.language, signedIn);
  return (
    <Loaded of={found} lines={5}>
      {(articles) =>
        articles.length === 0 ? (
          <EmptyState title={t("article.none")}>
            <a href="/">{t("article.askUs")}</a>
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {articles.map(({ id, title, address, language }) => (
              <li key={id}>
                <a href={address}>
                  <bdi lang={language}>{title}</bdi>
                  {language !== i18n.language && ` (${languageName(language, i18n.language)})`}
                </a>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
