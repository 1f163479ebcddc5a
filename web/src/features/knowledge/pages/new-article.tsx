import { Select } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import card from "@/components/settings/settings-form.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { spokenLanguages } from "@/lib/languages-of-people";
import { usePageTitle } from "@/lib/page-title";

import { useMakeArticle } from "../api/written";
import { ArticleForm } from "../components/article-form";
import styles from "../components/knowledge.module.css";
import { newArticle } from "../values";

/** An article that is made by saving it first. */
export function NewArticlePage() {
  const { t, i18n } = useTranslation("settings");
  usePageTitle(t("knowledge.new"));
  const navigate = useNavigate();
  const [language, setLanguage] = useState(i18n.language);
  const making = useMakeArticle(language);
  return (
    <div className={styles.page}>
      <Link to="/knowledge" className={styles.back}>
        ‹ {t("knowledge.head")}
      </Link>
      <SettingsHead title={t("knowledge.new")}>{t("knowledge.newText")}</SettingsHead>
      <div className={card.card}>
        <Select
          searchable
          allowDeselect={false}
          label={t("knowledge.language")}
          data={spokenLanguages(i18n.language)}
          value={language}
          onChange={(wanted) => {
            if (wanted !== null) setLanguage(wanted);
          }}
        />
      </div>
      <ArticleForm
        found={newArticle(language, "")}
        saving={making}
        onSaved={({ id, text_language }) =>
          void navigate({
            to: "/knowledge/$articleId/$language",
            params: { articleId: id, language: text_language },
            replace: true,
          })
        }
      />
    </div>
  );
}
