import { useTranslation } from "react-i18next";

import { useConnection } from "@/lib/live-context";

import styles from "./offline-band.module.css";

/** Above every page while nothing can be reached. */
export function OfflineBand() {
  const { t } = useTranslation("agent");
  const offline = useConnection() === "offline";
  return <div role="status">{offline && <p className={styles.band}>{t("offline.band")}</p>}</div>;
}
