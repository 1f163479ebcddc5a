import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState, ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { useOwnDrafts } from "@/lib/desk/drafts";
import { usePageTitle } from "@/lib/page-title";

import styles from "./drafts.module.css";

const nameOf = (kind: string) =>
  kind === "reply" || kind === "note" ? (`drafts.${kind}` as const) : "sides.outbox";

/** What one has begun to write, the newest first; each leads to where one goes on. */
export function DraftsPage() {
  const { t } = useTranslation("agent");
  usePageTitle(t("drafts.title"));
  const query = useOwnDrafts();
  if (query.data === undefined) {
    if (query.error === null) return <Loading lines={6} onRetry={() => void query.refetch()} />;
    return <ErrorState whole error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.length === 0) return <EmptyState whole title={t("drafts.title")} text={t("drafts.empty")} />;
  return (
    <div className={styles.page}>
      <h1>{t("drafts.title")}</h1>
      <ul className={styles.list}>
        {query.data.map(({ ticket_id, kind, at, beginning }) => (
          <li key={`${ticket_id} ${kind}`}>
            <Link to="/tickets/$ticketId" params={{ ticketId: ticket_id }} className={styles.draft}>
              <span className={styles.facts}>
                <span className={styles.id}>{ticket_id}</span>
                <span>{t(nameOf(kind))}</span>
                <Time at={at} />
              </span>
              <span className={styles.words}>
                {beginning === "" ? t("drafts.filesOnly") : <bdi>{beginning}</bdi>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
