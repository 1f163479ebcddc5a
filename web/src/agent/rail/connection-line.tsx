import { useTranslation } from "react-i18next";

import { useOutbox } from "@/features/tickets/outbox";
import { useConnection } from "@/lib/live-context";

import styles from "./rail.module.css";

export function ConnectionLine({ onOutbox }: { onOutbox: () => void }) {
  const { t } = useTranslation("agent");
  const connection = useConnection();
  const waiting = useOutbox().length;
  return (
    <div className={styles.live}>
      <span className={`${styles.dot} ${styles[connection]}`} aria-hidden="true" />
      <span role="status" className={styles.label}>
        {t(`live.${connection}`)}
      </span>
      {waiting > 0 && (
        <button type="button" className={styles.outbox} onClick={onOutbox}>
          <span className={styles.label}>{t("outbox.waiting", { count: waiting })}</span>
          <span className={styles.few} aria-hidden="true">
            {waiting}
          </span>
        </button>
      )}
    </div>
  );
}
