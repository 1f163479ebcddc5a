import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ErrorState, Loading } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { useOwnMarks } from "@/lib/desk/own-marks";
import { useTicket } from "@/lib/desk/get-ticket";
import { isolated } from "@/lib/isolated";
import { useFallbackPolling, useWatch } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";

import { lastList } from "../last-list";
import { FoldButton } from "../split/fold-button";
import { SMALL } from "@/lib/widths";
import { TicketView } from "./ticket-view";
import styles from "./ticket.module.css";

const route = getRouteApi("/shell/tickets/$ticketId");

/** By itself, as mail leads to it. */
export function TicketPage() {
  const { ticketId } = route.useParams();
  const navigate = useNavigate();
  return (
    <OpenTicket
      id={ticketId}
      onBack={() => void navigate({ to: lastList() })}
      onGo={(id) => void navigate({ to: "/tickets/$ticketId", params: { ticketId: id } })}
    >
      <BackLink to={lastList()} />
    </OpenTicket>
  );
}

export function BackLink({ to }: { to: string }) {
  const { t } = useTranslation("agent");
  return (
    <Link to={to} className={styles.back}>
      ← {t("ticket.back")}
    </Link>
  );
}

interface Props {
  id: string;
  onBack: () => void;
  /** To another ticket of the list. */
  onGo: (id: string) => void;
  /** The way back to the list. */
  children: ReactNode;
}

export function OpenTicket({ id: ticketId, onBack, onGo, children }: Props) {
  const { t } = useTranslation("agent");
  const small = useMediaQuery(SMALL, undefined, { getInitialValueInEffect: false });
  const query = useTicket(ticketId, useFallbackPolling());
  const me = useMe();
  const marks = useOwnMarks();
  // Where it becomes new is known before it is shown; if that cannot be had at once, it is shown all the same.
  const marked = !marks.isPending || marks.failureCount > 0;
  useWatch(`ticket:${ticketId}`);
  usePageTitle(query.data === undefined ? ticketId : `${ticketId} ${isolated(query.data.subject)}`, true);

  const content = () => {
    if (query.data !== undefined && me.data !== undefined && marked) {
      const seen = marks.data?.byTicket[ticketId];
      return <TicketView key={ticketId} ticket={query.data} me={me.data} {...{ seen, onBack, onGo }} />;
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
      <div className={styles.bar}>
        {!small && <FoldButton />}
        {children}
      </div>
      {content()}
    </div>
  );
}
