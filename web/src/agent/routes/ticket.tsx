import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { ErrorState, Loading } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { useOwnMarks } from "@/lib/desk/own-marks";
import { useTicket } from "@/lib/desk/get-ticket";
import { isolated } from "@/lib/isolated";
import { useFallbackPolling, useWatch } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";

import { lastList } from "../last-list";
import { TicketView } from "./ticket-view";
import styles from "./ticket.module.css";

const route = getRouteApi("/shell/tickets/$ticketId");

export function TicketPage() {
  const { t } = useTranslation("agent");
  const { ticketId } = route.useParams();
  const query = useTicket(ticketId, useFallbackPolling());
  const me = useMe();
  const marks = useOwnMarks();
  // Where it becomes new is known before it is shown; if that cannot be had at once, it is shown all the same.
  const marked = !marks.isPending || marks.failureCount > 0;
  useWatch(`ticket:${ticketId}`);
  usePageTitle(query.data === undefined ? ticketId : `${ticketId} ${isolated(query.data.subject)}`);

  const content = () => {
    if (query.data !== undefined && me.data !== undefined && marked) {
      const seen = marks.data?.byTicket[ticketId];
      return <TicketView key={ticketId} ticket={query.data} me={me.data} seen={seen} />;
    }
    const error = query.error ?? me.error;
    return error === null ? (
      <Loading lines={10} onRetry={() => void query.refetch()} />
    ) : (
      <ErrorState
        whole
        error={error}
        onward={<Link to="/mine">{t("nav.mine")}</Link>}
        onRetry={() => void query.refetch()}
      />
    );
  };
  return (
    <div className={styles.page} data-fills>
      <Link to={lastList()} className={styles.back}>
        ← {t("ticket.back")}
      </Link>
      {content()}
    </div>
  );
}
