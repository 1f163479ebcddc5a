import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ArticleState, WrittenArticle } from "@/api/types";
import { useNotify } from "@/components/notify";
import { Refused } from "@/components/refused";
import styles from "@/components/settings/settings-form.module.css";
import { useMe } from "@/lib/desk/get-me";
import { isLead } from "@/lib/ticket-parts";

import { useMoveArticle } from "../api/written";
import { actsOn } from "../steps";
import { ArticlePlan } from "./article-plan";
import own from "./knowledge.module.css";
import { Planned } from "./planned";

interface Props {
  article: WrittenArticle;
  /** What was typed is not saved: it would not be what is shown. */
  dirty: boolean;
}

/** Whether readers see it, and who is to look at it. */
export function ArticleActs({ article, dirty }: Props) {
  const { t } = useTranslation("settings");
  const me = useMe().data;
  const notify = useNotify();
  const moving = useMoveArticle(article);
  const edition = article.editions.find(({ language }) => language === article.text_language);
  if (edition === undefined || me === undefined) return null;
  const act = (state: ArticleState) => {
    moving.mutate(state, {
      onSuccess: () => {
        notify(t(`knowledge.done.${state}`));
      },
    });
  };
  return (
    <section className={styles.card} aria-label={t("knowledge.state")}>
      <h2>
        {t("knowledge.state")}: {t(`knowledge.states.${edition.state}`)}
      </h2>
      {edition.shown !== null && edition.address !== null && (
        <p className={styles.hint}>
          {t(edition.shown === edition.version ? "knowledge.shownNow" : "knowledge.shownBefore")}{" "}
          <a href={edition.address} target="_blank" rel="noopener">
            {t("knowledge.look")}
          </a>
        </p>
      )}
      <p className={own.planned}>
        <Planned edition={edition} />
      </p>
      {dirty && <p className={styles.hint}>{t("knowledge.saveFirst")}</p>}
      <div className={own.acts}>
        {actsOn(edition.state, isLead(me)).map((state) => (
          <Button
            key={state}
            variant={state === "published" ? "filled" : "default"}
            disabled={dirty}
            loading={moving.isPending && moving.variables === state}
            onClick={() => {
              act(state);
            }}
          >
            {t(`knowledge.act.${state}`)}
          </Button>
        ))}
      </div>
      <Refused error={moving.error} />
      {isLead(me) && (
        <ArticlePlan
          key={`${String(edition.publish_at)} ${String(edition.expire_at)}`}
          article={article}
          edition={edition}
          dirty={dirty}
        />
      )}
    </section>
  );
}
