import { useTranslation } from "react-i18next";

import { useOutbox } from "@/features/tickets/outbox";
import { useConnection } from "@/lib/live-context";

import styles from "./offline-band.module.css";

/** Above every page while nothing can be reached, and while something asks before it goes out. */
export function OfflineBand({ onOutbox }: { onOutbox: () => void }) {
  const { t } = useTranslation("agent");
  const offline = useConnection() === "offline";
  const waiting = useOutbox();
  const asking = waiting.filter(({ asks }) => asks !== null).length;
  const words = offline
    ? waiting.length === 0
      ? t("offline.band")
      : t("offline.bandWaiting", { count: waiting.length })
    : asking > 0
      ? t("outbox.asking", { count: asking })
      : null;
  return (
    <div role="status">
      {words !== null && (
        <p className={styles.band}>
          {words}
          {waiting.length > 0 && (
            <button type="button" className={styles.show} onClick={onOutbox}>
              {t("outbox.show")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
