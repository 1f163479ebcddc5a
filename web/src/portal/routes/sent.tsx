import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/states";
import { Receipt } from "@/features/intake/components/receipt";
import { usePageTitle } from "@/lib/page-title";

import styles from "./narrow.module.css";

export default function SentPage() {
  const { t } = useTranslation("portal");
  usePageTitle(t("done.seen"));
  const token = decodeURIComponent(window.location.hash.slice(1));
  if (token === "") return <EmptyState whole title={t("status.noToken")} text={t("status.noTokenText")} />;
  return (
    <div className={styles.narrow}>
      <Receipt key={token} token={token} />
    </div>
  );
}
