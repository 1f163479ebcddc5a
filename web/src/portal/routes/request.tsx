import { lazy, useState } from "react";
import { useTranslation } from "react-i18next";

import { Loading } from "@/components/states";
import { RequestForm } from "@/features/intake/components/request-form";
import type { Sent } from "@/features/intake/use-send-request";
import { useMe } from "@/lib/desk/get-me";
import { usePageTitle } from "@/lib/page-title";

import { session } from "../session";
import styles from "./request.module.css";

// Shown to those who have filled in the form, so it is fetched while they do.
const loadSentPanel = () => import("@/features/intake/components/sent-panel");
const SentPanel = lazy(() => loadSentPanel().then((module) => ({ default: module.SentPanel })));

export function RequestPage() {
  const { t } = useTranslation("portal");
  usePageTitle("");
  const signedIn = session.remembered();
  const me = useMe(signedIn);
  const [sent, setSent] = useState<{ request: Sent; email: string } | null>(null);

  if (sent !== null) {
    return (
      <SentPanel
        sent={sent.request}
        email={me.data ? null : sent.email}
        onAnother={() => {
          setSent(null);
        }}
      />
    );
  }
  return (
    <div className={styles.layout}>
      <div className={styles.intro}>
        <h1>{t("form.title")}</h1>
        <p>{t("form.lead")}</p>
      </div>
      <section className={styles.sheet} aria-label={t("home")}>
        {signedIn && me.isPending ? (
          <Loading lines={8} />
        ) : (
          <RequestForm
            me={me.data ?? null}
            onSent={(request, email) => {
              setSent({ request, email });
            }}
          />
        )}
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
