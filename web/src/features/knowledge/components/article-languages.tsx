import { Select } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { WrittenArticle } from "@/api/types";
import styles from "@/components/settings/settings-form.module.css";
import { spokenLanguages } from "@/lib/languages-of-people";

import { languageName } from "../language-names";
import own from "./knowledge.module.css";
import { MissingLanguages } from "./missing-languages";

/** The languages it is written in, and the way to another. */
export function ArticleLanguages({ article }: { article: WrittenArticle }) {
  const { t, i18n } = useTranslation("settings");
  const navigate = useNavigate();
  const { id, editions, text_language, version } = article;
  const missing = spokenLanguages(i18n.language).filter(
    ({ value }) => value !== text_language && editions.every(({ language }) => language !== value),
  );
  return (
    <section className={styles.card} aria-label={t("knowledge.languages")}>
      <h2>{t("knowledge.languages")}</h2>
      <ul className={own.editions}>
        {editions.map(({ language, state }) => (
          <li key={language}>
            <Link
              to="/knowledge/$articleId/$language"
              params={{ articleId: id, language }}
              aria-current={language === text_language ? "page" : undefined}
            >
              {languageName(language, i18n.language)}
            </Link>{" "}
            <span className={own.state}>{t(`knowledge.states.${state}`)}</span>
          </li>
        ))}
        <MissingLanguages article={article} from={version > 0 ? text_language : article.language} />
      </ul>
      <Select
        searchable
        label={t("knowledge.translate")}
        placeholder={t("knowledge.chooseLanguage")}
        data={missing}
        value={null}
        onChange={(language) => {
          if (language === null) return;
          void navigate({
            to: "/knowledge/$articleId/$language",
            params: { articleId: id, language },
            search: { from: text_language },
          });
        }}
      />
    </section>
  );
}
