import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { MoreButton } from "@/components/more-button";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { WaitingChats } from "@/features/chat/components/waiting-chats";
import { INBOX } from "@/features/inbox/actions";
import { useInbox } from "@/features/inbox/api/inbox";
import { Happened } from "@/features/inbox/components/happened";
import { LaterDialog } from "@/features/inbox/components/later-dialog";
import { RowButtons } from "@/features/inbox/components/row-buttons";
import { asTold, usePuttingAway, type Told } from "@/features/inbox/use-putting-away";
import { useColumns, type Column } from "@/features/lists/columns";
import { NarrowCell } from "@/features/lists/components/narrow-cell";
import { NewsPill } from "@/features/lists/components/news-pill";
import { QueueTable } from "@/features/lists/components/queue-table";
import { useNames } from "@/features/lists/use-names";
import { useCalmOrder } from "@/features/lists/use-calm-order";
import { whoIsAt } from "@/features/presence/components/row-avatars";
import { useOrganizations } from "@/lib/desk/list-organizations";
import { useMe } from "@/lib/desk/get-me";
import { useActions } from "@/lib/actions";
import { useInUse } from "@/lib/in-use";
import { useFallbackPolling } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";
import { useGoOnWhileWanting } from "@/lib/pages";

import { ROWS } from "../actions";
import { useOpenTicket } from "../split/use-open-ticket";
import { useRows } from "../use-rows";
import styles from "./inbox.module.css";
import page from "./queue-view.module.css";

const FROM_LISTS = ["ticket", "priority", "state"];
const asIs = (id: string) => id;
const never = () => false;

/** What concerns me, ticket by ticket, until I am done with it. */
export function InboxPage() {
  const { t } = useTranslation("agent");
  usePageTitle(t("inbox.title"));
  const query = useInbox(useFallbackPolling());
  const pages = query.data?.pages;
  const all = useMemo(() => pages?.flatMap(({ items }) => items.map(asTold)) ?? [], [pages]);
  useGoOnWhileWanting(query, all.length === 0);
  const place = useInUse<HTMLDivElement>();
  const { open, openTicket } = useOpenTicket();
  const me = useMe().data;
  const order = useCalmOrder(
    {
      cards: all,
      list: String(pages !== undefined),
      pages: pages?.length ?? 0,
      arriving: query.isFetching && !query.isFetchedAfterMount,
    },
    // Who walks it from the ticket that is open beside it has a hand on it, too.
    place.inUse || open !== undefined,
  );
  const { rows } = order;
  const { grid, current, onCurrent, leave, keys } = useRows({
    rows,
    arrived: query.data !== undefined,
    changes: order.changes,
    show: order.show,
    hasKeyboard: place.hasKeyboard,
  });
  const away = usePuttingAway({
    rows,
    own: order.own,
    onAway: (id) => {
      if (id === keys.current) leave(new Set([id]));
    },
  });
  const [putOff, setPutOff] = useState<Told | null>(null);
  const on = {
    current: keys.current,
    done: away.done,
    later: (id: string) => {
      setPutOff(rows.find(({ card }) => card.id === id)?.card ?? null);
    },
  };
  useActions(ROWS, keys);
  useActions(INBOX, on);

  const ofLists = useColumns({
    ...{ showTeam: false, showAssignee: false, teamName: asIs, here: whoIsAt, isWritten: never },
    organizationName: useNames(useOrganizations().data),
  });
  const happened = ({ item }: Told) => <Happened notes={item.notes} />;
  const when = ({ item, updated_at }: Told) => <Time at={item.notes.at(-1)?.at ?? updated_at} relative />;
  const columns: Column<Told>[] = [
    ...ofLists.columns.filter(({ name }) => FROM_LISTS.includes(name)),
    {
      ...{ name: "happened", head: t("inbox.happened"), width: "minmax(0, 0.6fr)", cell: happened },
      className: styles.happened,
    },
    {
      ...{ name: "when", head: t("inbox.when"), width: "8.5rem", from: 56, cell: when },
      className: styles.when,
    },
    {
      ...{ name: "actions", head: t("inbox.actions"), width: "6.5rem" },
      cell: ({ id }) => <RowButtons id={id} on={on} />,
    },
  ];
  const narrowColumn: Column<Told> = {
    ...ofLists.narrow,
    cell: (told) => (
      <NarrowCell
        first={ofLists.subject(told)}
        corner={when(told)}
        second={happened(told)}
        marks={<RowButtons id={told.id} on={on} />}
      />
    ),
  };

  const content = () => {
    if (query.data === undefined && query.error !== null)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (rows.length > 0) {
      return (
        <QueueTable
          {...{ rows, columns, narrowColumn, open, current, grid, onCurrent }}
          roomy
          goesOn={query.hasNextPage}
          whyGone={() => t("queue.gone")}
          label={t("inbox.title")}
        />
      );
    }
    if (query.data === undefined || (all.length === 0 && query.hasNextPage))
      return <Loading lines={8} onRetry={() => void query.refetch()} />;
    return (
      <EmptyState title={t("inbox.empty")} text={t("inbox.emptyText")}>
        <Link to="/mine">{t("nav.mine")}</Link>
      </EmptyState>
    );
  };

  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t("inbox.title")}</h1>
        {rows.length > 0 && (
          <p>
            {t(query.hasNextPage ? "queue.countMore" : "queue.count", { count: rows.length })} ·{" "}
            {t("inbox.order")}
          </p>
        )}
      </header>
      {me !== undefined && (
        <WaitingChats teams={me.teams} myId={me.id} hasKeys={open === undefined} onTaken={openTicket} />
      )}
      <div {...place.props}>
        <NewsPill changes={order.changes} came={order.came} onShow={keys.show} />
        {content()}
      </div>
      <MoreButton pages={query}>{t("queue.more")}</MoreButton>
      <LaterDialog
        card={putOff}
        onLater={(until) => {
          setPutOff(null);
          if (putOff !== null) away.later(putOff.id, until);
        }}
        onClose={() => {
          setPutOff(null);
        }}
      />
    </div>
  );
}
