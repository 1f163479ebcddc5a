import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Card, Level } from "@/api/types";
import { LevelBadge } from "@/components/badges";
import { MAIN_ID } from "@/components/skip-link";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useQueue, type QueueFilter, type QueueScope } from "@/features/lists/api/list-tickets";
import { NewsPill } from "@/features/lists/components/news-pill";
import { QueueFilters } from "@/features/lists/components/queue-filters";
import { QueueTable, rowOf } from "@/features/lists/components/queue-table";
import { useCalmOrder } from "@/features/lists/use-calm-order";
import { useOrganizations } from "@/features/organizations/api/organizations-to-choose";
import { useTeams } from "@/lib/desk/list-teams";
import { useFocusAfterChange } from "@/lib/focus";
import { useInUse } from "@/lib/in-use";
import { useFallbackPolling } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";
import { useActions } from "@/lib/actions";

import { LIST } from "../actions";
import { lastRow, rememberList, rememberRow } from "../last-list";
import styles from "./queue-view.module.css";

interface Props {
  title: string;
  level?: Level | undefined;
  scope: QueueScope;
  /** Across teams the team is worth a column, in one team the person. */
  showTeam: boolean;
  filter: QueueFilter;
  onFilter: (filter: QueueFilter) => void;
  /** What one can do here, beside opening a ticket. */
  children?: ReactNode;
}

const matches = (card: Card, text: string): boolean =>
  `${card.id} ${card.subject} ${card.requester.name} ${card.assignee?.name ?? ""}`
    .toLowerCase()
    .includes(text);

const isNowhere = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.id === MAIN_ID;

export function QueueView({ title, level, scope, showTeam, filter, onFilter, children }: Props) {
  const { t } = useTranslation("agent");
  usePageTitle(title);
  const navigate = useNavigate();
  const query = useQueue(scope, filter, useFallbackPolling());
  const teams = useTeams().data;
  const teamNames = useMemo(() => new Map(teams?.map(({ id, name }) => [id, name])), [teams]);
  const teamName = (id: string) => teamNames.get(id) ?? id;
  const [text, setText] = useState("");
  const [current, setCurrent] = useState(lastRow);
  const grid = useRef<HTMLTableElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);

  const organizations = useOrganizations().data ?? [];
  const pages = query.data?.pages;
  const all = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const place = useInUse<HTMLDivElement>();
  const order = useCalmOrder(
    {
      cards: all,
      list: query.isPlaceholderData ? "" : JSON.stringify([scope, filter, pages !== undefined]),
      pages: pages?.length ?? 0,
      arriving: query.isFetching && !query.isFetchedAfterMount,
    },
    place.inUse,
  );
  const rows =
    text === "" ? order.rows : order.rows.filter(({ card }) => matches(card, text.trim().toLowerCase()));
  const filtered =
    text !== "" ||
    filter.phase !== undefined ||
    filter.priority !== undefined ||
    filter.organization !== undefined;

  const { fetchNextPage } = query;
  // A page may come empty although the list goes on: the service looks at so many tickets at a time.
  const goesOn = all.length === 0 && query.hasNextPage && !query.isFetchingNextPage && query.error === null;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  const ids = rows.map(({ card }) => card.id);
  const remembered = ids.join(" ");
  useEffect(() => {
    rememberList(remembered === "" ? [] : remembered.split(" "));
  }, [remembered]);
  const arrived = query.data !== undefined;
  useEffect(() => {
    // Who comes back goes on where they were, unless they went elsewhere meanwhile.
    const row = lastRow();
    if (arrived && row !== null && isNowhere(document.activeElement)) rowOf(grid.current, row)?.focus();
  }, [arrived]);

  const stand = (at: number) => {
    const id = ids[Math.min(Math.max(at, 0), ids.length - 1)];
    if (id !== undefined) rowOf(grid.current, id)?.focus();
  };
  const focusAfterChange = useFocusAfterChange();
  const show = () => {
    // Where the keyboard stood, or on what stands there now: a row that is moved loses it.
    const stood = ids.indexOf(current ?? "");
    const left = new Set(order.rows.flatMap(({ card, gone }) => (gone ? [card.id] : [])));
    const goal = [...ids.slice(Math.max(stood, 0)), ...ids].find((id) => !left.has(id));
    if (goal !== undefined && place.hasKeyboard()) focusAfterChange(() => rowOf(grid.current, goal));
    order.show();
  };
  useActions(LIST, {
    step: (by) => {
      const at = ids.indexOf(current ?? "");
      stand(at < 0 ? 0 : at + by);
    },
    current: ids.find((id) => id === current) ?? null,
    open: (id) => void navigate({ to: "/tickets/$ticketId", params: { ticketId: id } }),
    filter: () => filterInput.current?.focus(),
    waiting: order.changes,
    show,
  });

  const content = () => {
    if (query.data === undefined) {
      if (query.error === null) return <Loading lines={8} onRetry={() => void query.refetch()} />;
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (rows.length > 0) {
      return (
        <QueueTable
          {...{ rows, current, grid, teamName, showTeam }}
          onCurrent={(id) => {
            setCurrent(id);
            rememberRow(id);
          }}
          showAssignee={!showTeam}
          label={title}
        />
      );
    }
    if (all.length === 0 && query.hasNextPage)
      return <Loading lines={8} onRetry={() => void query.refetch()} />;
    if (!filtered) return <EmptyState title={t("queue.empty")} text={t("queue.emptyText")} />;
    return (
      <EmptyState title={t("queue.emptyFiltered")}>
        <Button
          variant="default"
          onClick={() => {
            setText("");
            onFilter({});
          }}
        >
          {t("queue.clearFilter")}
        </Button>
      </EmptyState>
    );
  };

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          <bdi>{title}</bdi> {level !== undefined && <LevelBadge level={level} />}
        </h1>
        {query.data !== undefined && (
          <p>
            {query.hasNextPage
              ? t("queue.countMore", { count: rows.length })
              : t("queue.count", { count: rows.length })}{" "}
            · {t("queue.order")}
          </p>
        )}
        {children}
      </header>
      <QueueFilters
        filter={filter}
        organizations={organizations}
        onFilter={onFilter}
        text={text}
        onText={setText}
        textRef={filterInput}
        onLeave={() => {
          stand(ids.indexOf(current ?? ""));
        }}
      />
      <div {...place.props}>
        <NewsPill changes={order.changes} came={order.came} onShow={show} />
        {content()}
      </div>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("queue.more")}
        </Button>
      )}
    </div>
  );
}
