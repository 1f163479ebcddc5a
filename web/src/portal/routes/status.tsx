import { useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { ToRequests } from "@/components/expired-link";
import { EmptyState } from "@/components/states";
import { byLink } from "@/features/tickets/access";
import { TicketStatus } from "@/features/tickets/components/ticket-status";
import { usePageTitle } from "@/lib/page-title";

import styles from "./narrow.module.css";
import { rateInPlace } from "./rate-in-place";

const subscribe = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => {
    window.removeEventListener("hashchange", changed);
  };
};

/** The token stays behind the `#`: browsers never send that part to a server. */
const token = () => decodeURIComponent(window.location.hash.slice(1));

export default function StatusPage() {
  const { t } = useTranslation("portal");
  usePageTitle(t("status.description"));
  const key = useSyncExternalStore(subscribe, token);
  const access = useMemo(() => byLink(key), [key]);
  if (key === "") {
    return (
      <EmptyState whole title={t("status.noToken")} text={t("status.noTokenText")}>
        <ToRequests />
      </EmptyState>
    );
  }
  return (
    <div className={styles.narrow}>
      <TicketStatus key={key} access={access} rating={rateInPlace} />
    </div>
  );
}
