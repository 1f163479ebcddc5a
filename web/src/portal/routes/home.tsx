import { lazy } from "react";
import { useTranslation } from "react-i18next";

import { optional } from "@/components/optional";
import { Loading } from "@/components/states";
import { useForm } from "@/features/intake/api/get-form";
import { AskField } from "@/features/intake/components/ask-field";
import { TopicTiles } from "@/features/intake/components/topic-tiles";
import { usePageTitle } from "@/lib/page-title";

import { go } from "../location";
import { session } from "../session";
import styles from "./home.module.css";

const RequestPage = lazy(() => import("./request"));
const OwnOpen = optional(async () => (await import("@/features/lists/components/own-open")).OwnOpen);

/** What can we help you with: one field, the topics of the desk, and what one has asked before. */
export function HomePage() {
  const { t } = useTranslation("portal");
  usePageTitle("");
  const form = useForm();
  const topics = form.data?.topics ?? [];
  if (form.isPending) return <Loading lines={8} onRetry={() => void form.refetch()} />;
  // A desk without topics has one form for everything, and so has one that cannot say which it has.
  if (topics.length === 0) return <RequestPage topic={null} />;
  return (
    <div className={styles.home}>
      <div className={styles.head}>
        <h1>{t("form.title")}</h1>
        <AskField topics={topics} onGo={go} />
      </div>
      <section className={styles.part} aria-labelledby="topics">
        <h2 id="topics">{t("topics.title")}</h2>
        <TopicTiles topics={topics} />
      </section>
      <section className={styles.part}>
        <h2>{t("article.title")}</h2>
        <p className={styles.known}>
          {t("article.text")} <a href="/help">{t("article.all")}</a>
        </p>
      </section>
      {session.remembered() ? (
        <OwnOpen />
      ) : (
        <section className={styles.part}>
          <h2>{t("known.title")}</h2>
          <p className={styles.known}>
            {t("known.text")} <a href="/tickets">{t("known.action")}</a>
          </p>
        </section>
      )}
    </div>
  );
}
