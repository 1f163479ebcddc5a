import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { WrittenArticle } from "@/api/types";
import { Loaded } from "@/components/loaded";
import { SettingsHead } from "@/components/settings/settings-page";
import card from "@/components/settings/settings-form.module.css";
import { usePageTitle } from "@/lib/page-title";

import { useSaveArticle, writtenQuery } from "../api/written";
import { ArticleActs } from "../components/article-acts";
import { ArticleForm } from "../components/article-form";
import { ArticleLanguages } from "../components/article-languages";
import { ArticleVersions } from "../components/article-versions";
import styles from "../components/knowledge.module.css";
import { languageName } from "../language-names";
import { writtenOf } from "../values";

const route = getRouteApi("/shell/knowledge/$articleId/$language");

/** An article in one language, for who writes it. */
export function ArticlePage() {
  const { t } = useTranslation("settings");
  const { articleId, language } = route.useParams();
  const { from } = route.useSearch();
  const found = useQuery(writtenQuery(articleId, language, from));
  usePageTitle(found.data?.title ?? t("knowledge.head"));
  return (
    <div className={styles.page}>
      <Link to="/knowledge" className={styles.back}>
        ‹ {t("knowledge.head")}
      </Link>
      <Loaded of={found} lines={8} whole>
        {(article) => <Editing key={`${articleId} ${language}`} article={article} />}
      </Loaded>
    </div>
  );
}

function Editing({ article }: { article: WrittenArticle }) {
  const { t, i18n } = useTranslation("settings");
  const { id, text_language, title, version } = article;
  const saving = useSaveArticle(id, text_language);
  const language = languageName(text_language, i18n.language);
  return (
    <>
      <SettingsHead title={<bdi>{title === "" ? t("knowledge.new") : title}</bdi>}>{language}</SettingsHead>
      <ArticleForm found={article} saving={saving}>
        {({ edit, change }) => (
          <>
            {version > 0 && <ArticleActs article={article} dirty={edit.dirty} />}
            <ArticleLanguages article={article} />
            {version > 0 && (
              <>
                <Feedback article={article} />
                <ArticleVersions
                  article={article}
                  onRestore={(before, body) => {
                    change({ title: before, words: writtenOf(body) });
                  }}
                />
              </>
            )}
          </>
        )}
      </ArticleForm>
    </>
  );
}

const REASONS = ["other_question", "unclear", "outdated", "did_not_work"] as const;

function Feedback({ article: { feedback } }: { article: WrittenArticle }) {
  const { t } = useTranslation("settings");
  const given = REASONS.filter((reason) => (feedback.reasons[reason] ?? 0) > 0);
  return (
    <section className={card.card} aria-label={t("knowledge.feedback")}>
      <h2>{t("knowledge.feedback")}</h2>
      <p className={card.hint}>
        {t("knowledge.helped", { count: feedback.helped })} ·{" "}
        {t("knowledge.didNotHelp", { count: feedback.did_not_help })}
      </p>
      {given.length > 0 && (
        <ul className={card.list}>
          {given.map((reason) => (
            <li key={reason} className={card.item}>
              {t(`knowledge.reasons.${reason}`)} <bdi>{feedback.reasons[reason]}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
