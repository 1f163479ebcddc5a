import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { useShownArticle } from "@/features/knowledge/api/shown";
import { Article } from "@/features/knowledge/components/article";
import { usePageTitle } from "@/lib/page-title";

import { go } from "../location";
import { session } from "../session";
import styles from "./narrow.module.css";

/** An article by its address; under an old one it is found as well, and goes on under the present. */
export default function ArticlePage({ id, language }: { id: string; language: string }) {
  const { t } = useTranslation("portal");
  const signedIn = session.remembered();
  const found = useShownArticle(id, language, signedIn);
  const article = found.data;
  usePageTitle(article?.title ?? t("article.title"));
  const address = article?.language === language ? article.address : null;
  useEffect(() => {
    if (address !== null && new URL(address, window.location.href).pathname !== window.location.pathname)
      go(address, "replace");
  }, [address]);
  return (
    <div className={styles.narrow}>
      <a href="/help" className={styles.back}>
        ← {t("article.all")}
      </a>
      <Loaded of={found} lines={8} whole onward={<a href="/">{t("article.askUs")}</a>}>
        {(shown) => <Article article={shown} signedIn={signedIn} />}
      </Loaded>
    </div>
  );
}
