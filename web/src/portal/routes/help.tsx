import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { AnswerSearch } from "@/features/answers/components/answer-search";
import { useForm } from "@/features/intake/api/get-form";
import { inWords } from "@/features/intake/topics";
import articles from "@/features/knowledge/components/article.module.css";
import { ArticleList } from "@/features/knowledge/components/article-list";
import { usePageTitle } from "@/lib/page-title";

import { session } from "../session";
import styles from "./narrow.module.css";

/** What is written down, by category. */
export default function HelpPage({ category: wanted }: { category: string | null }) {
  const { t, i18n } = useTranslation("portal");
  const form = useForm();
  const category = form.data?.categories.find(({ id }) => id === wanted);
  const name = category === undefined ? t("article.title") : inWords(category.name, i18n.language);
  usePageTitle(name);
  return (
    <div className={styles.narrow}>
      {wanted !== null && (
        <a href="/help" className={styles.back}>
          ← {t("article.all")}
        </a>
      )}
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <Loaded of={form} lines={6}>
        {({ categories }) =>
          wanted === null ? (
            <AnswerSearch signedIn={session.remembered()}>
              <p>{t("article.text")}</p>
              <ul className={articles.list}>
                {categories.map(({ id, name: words }) => (
                  <li key={id}>
                    <a href={`/help/category/${id}`}>
                      <bdi>{inWords(words, i18n.language)}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            </AnswerSearch>
          ) : (
            <ArticleList key={wanted} category={wanted} signedIn={session.remembered()} />
          )
        }
      </Loaded>
    </div>
  );
}
