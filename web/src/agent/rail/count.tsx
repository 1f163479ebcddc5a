import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { useInboxCount } from "@/features/inbox/api/inbox";
import { useQueueCount, type QueueScope } from "@/features/lists/api/list-tickets";
import { useOwnDrafts } from "@/lib/desk/drafts";
import { useFallbackPolling } from "@/lib/live-context";

import { short } from "./short-count";
import styles from "./rail.module.css";

/** The service counts no further. */
const MANY = 100;

interface Counted {
  count: number;
  /** There are more than were counted. */
  more: boolean;
  missed?: boolean;
}

export function InboxCount() {
  const count = useInboxCount(useFallbackPolling());
  return <Count count={count} more={count >= MANY} />;
}

export function DraftCount() {
  return <Count count={useOwnDrafts().data?.length ?? 0} more={false} />;
}

export const ViewCount = ({ count, missed }: { count: number; missed: boolean }) => (
  <Count {...{ count, missed }} more={false} />
);

/** `only` of those that the queue holds: what is loaded anyway is counted. */
export function QueueCount({ scope, only }: { scope: QueueScope; only?: (card: Card) => boolean }) {
  const counted = useQueueCount(scope, useFallbackPolling(), only);
  return counted !== null && <Count {...counted} />;
}

function Count({ count, more, missed = false }: Counted) {
  const { t, i18n } = useTranslation("agent");
  if (count === 0) return null;
  return (
    <span className={styles.count} data-count data-missed={missed || undefined}>
      {short(count, i18n.language)}
      {more && "+"}
      {missed && <span className="visually-hidden">, {t("nav.missed")}</span>}
    </span>
  );
}
