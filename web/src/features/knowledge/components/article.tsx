import { useTranslation } from "react-i18next";

import type { ShownArticle } from "@/api/types";
import { Formatted } from "@/components/rich-text/formatted";
import { Notice } from "@/components/states";
import { Time } from "@/components/time";

import { languageName } from "../language-names";
import styles from "./article.module.css";
import { DidItHelp } from "./did-it-help";

interface Props {
  article: ShownArticle;
  signedIn: boolean;
}

/** An article as it is read; where there is none in the language that was wanted, it says so. */
export function Article({ article, signedIn }: Props) {
  const { t, i18n } = useTranslation("portal");
  const { id, language, asked_language, languages } = article;
  const named = (code: string) => languageName(code, i18n.language);
  return (
    <div className={styles.page}>
      {language !== asked_language && (
        <Notice tone="info">
          {t("article.otherLanguage", { asked: named(asked_language), shown: named(language) })}
        </Notice>
      )}
      <article className={styles.article} lang={language}>
        <h1>
          <bdi>{article.title}</bdi>
        </h1>
        <Formatted html={article.body} />
      </article>
      <div className={styles.about}>
        <span>
          {t("article.shownAt")} <Time at={article.shown_at} />
        </span>
        {languages.length > 1 && (
          <nav aria-label={t("article.languages")} className={styles.languages}>
            {languages.map((each) => (
              <a
                key={each.language}
                href={each.address}
                hrefLang={each.language}
                lang={each.language}
                aria-current={each.language === language ? "true" : undefined}
              >
                {languageName(each.language, each.language)}
              </a>
            ))}
          </nav>
        )}
      </div>
      <DidItHelp key={`${id} ${language}`} id={id} language={language} signedIn={signedIn} />
    </div>
  );
}
