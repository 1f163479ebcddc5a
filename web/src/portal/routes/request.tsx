import { lazy, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { AnsweringArticle, Me } from "@/api/types";
import { optional } from "@/components/optional";
import { Loading, Notice } from "@/components/states";
import { useDeflection } from "@/features/answers/use-deflection";
import { useForm } from "@/features/intake/api/get-form";
import { GuidedForm } from "@/features/intake/components/guided-form";
import { RequestForm } from "@/features/intake/components/request-form";
import { TopicIcon } from "@/features/intake/components/topic-icon";
import { inWords } from "@/features/intake/topics";
import type { Sent } from "@/features/intake/use-send-request";
import { useMe } from "@/lib/desk/get-me";
import { usePageTitle } from "@/lib/page-title";

import { go } from "../location";
import { session } from "../session";
import styles from "./request.module.css";

// Shown to those who have filled in the form, so it is fetched while they do.
const loadSentPanel = () => import("@/features/intake/components/sent-panel");
const Suggestions = optional(async () => (await import("@/features/answers/components/suggestions")).default);
const AnsweredPanel = lazy(() => import("@/features/answers/components/answered-panel"));
const SentPanel = lazy(() => loadSentPanel().then((module) => ({ default: module.SentPanel })));

/** The form of a topic, or the plain one. */
export default function RequestPage({ topic: wanted }: { topic: string | null }) {
  const { t, i18n } = useTranslation("portal");
  const signedIn = session.remembered();
  const me = useMe(signedIn);
  const form = useForm();
  const [sent, setSent] = useState<{ request: Sent; email: string } | null>(null);
  const topics = form.data?.topics ?? [];
  const topic = topics.find(({ id }) => id === wanted) ?? null;
  const name = topic === null ? "" : inWords(topic.name, i18n.language);
  usePageTitle(name);
  const [answer, setAnswer] = useState<AnsweringArticle | null>(null);
  const { deflected, asked } = useDeflection(signedIn);
  const onSent = (request: Sent, email: string) => {
    asked();
    setSent({ request, email });
  };
  const beside = (text: string) => (
    <Suggestions
      text={text}
      signedIn={signedIn}
      onAnswered={(article) => {
        deflected(article.article, article.language);
        setAnswer(article);
      }}
    />
  );

  if (answer !== null) {
    return (
      <AnsweredPanel
        article={answer}
        onAsk={() => {
          setAnswer(null);
        }}
      />
    );
  }

  if (sent !== null) {
    return (
      <SentPanel
        sent={sent.request}
        email={me.data ? null : sent.email}
        onAnother={() => {
          setSent(null);
          go("/");
        }}
      />
    );
  }
  if ((signedIn && me.isPending) || (wanted !== null && form.isPending)) return <Loading lines={8} />;
  const who: Me | null = me.data ?? null;
  const back = topics.length > 0 && (
    <a href="/" className={styles.back}>
      ← {t("guided.back")}
    </a>
  );
  if (topic !== null) {
    return (
      <div className={styles.guided}>
        {back}
        <h1 className={styles.topic}>
          <TopicIcon icon={topic.icon} size={32} />
          <bdi>{name}</bdi>
        </h1>
        <section className={styles.sheet} aria-label={name}>
          <GuidedForm key={topic.id} topic={topic} me={who} onSent={onSent} beside={beside} />
        </section>
      </div>
    );
  }
  return (
    <Plain back={back}>
      {wanted !== null && <Notice tone="warn">{t("guided.gone")}</Notice>}
      <RequestForm me={who} onSent={onSent} beside={beside} />
    </Plain>
  );
}

function Plain({ back, children }: { back: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("portal");
  return (
    <div className={styles.layout}>
      <div className={styles.intro}>
        {back}
        <h1>{t("form.title")}</h1>
        <p>{t("form.lead")}</p>
      </div>
      <section className={styles.sheet} aria-label={t("home")}>
        {children}
      </section>
      <aside className={styles.aside}>
        <section>
          <h2>{t("steps.title")}</h2>
          <ol className={styles.steps}>
            <li>{t("steps.one")}</li>
            <li>{t("steps.two")}</li>
            <li>{t("steps.three")}</li>
          </ol>
        </section>
        <section>
          <h2>{t("known.title")}</h2>
          <p>{t("known.text")}</p>
          <p>
            <a href="/tickets">{t("known.action")}</a>
          </p>
        </section>
      </aside>
    </div>
  );
}
