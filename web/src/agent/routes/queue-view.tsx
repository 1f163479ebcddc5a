import { Button } from "@mantine/core";
import { useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Card, Level } from "@/api/types";
import { LevelBadge } from "@/components/badges";
import { MoreButton } from "@/components/more-button";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useQueue, type QueueFilter, type QueueScope } from "@/features/lists/api/list-tickets";
import { NewsPill } from "@/features/lists/components/news-pill";
import { QueueFilters } from "@/features/lists/components/queue-filters";
import { QueueTable } from "@/features/lists/components/queue-table";
import { useColumns } from "@/features/lists/columns";
import { useCalmOrder } from "@/features/lists/use-calm-order";
import { useWhyGone } from "@/features/lists/why-gone";
import { useOrganizations } from "@/features/organizations/api/organizations-to-choose";
import { useTeams } from "@/lib/desk/list-teams";
import { useInUse } from "@/lib/in-use";
import { useFallbackPolling } from "@/lib/live-context";
import { useGoOnWhileEmpty } from "@/lib/pages";
import { usePageTitle } from "@/lib/page-title";
import { useActions } from "@/lib/actions";

import { LIST } from "../actions";
import { useRows } from "../use-rows";
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

export function QueueView({ title, level, scope, showTeam, filter, onFilter, children }: Props) {
  const { t } = useTranslation("agent");
  usePageTitle(title);
  const query = useQueue(scope, filter, useFallbackPolling());
  const teams = useTeams().data;
  const teamNames = useMemo(() => new Map(teams?.map(({ id, name }) => [id, name])), [teams]);
  const teamName = (id: string) => teamNames.get(id) ?? id;
  const columns = useColumns(teamName, { showTeam, showAssignee: !showTeam });
  const whyGone = useWhyGone();
  const [text, setText] = useState("");
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

  useGoOnWhileEmpty(query, all.length === 0);
  const { grid, open, current, onCurrent, stand, keys } = useRows({
    rows,
    arrived: query.data !== undefined,
    changes: order.changes,
    show: order.show,
    hasKeyboard: place.hasKeyboard,
  });
  useActions(LIST, { ...keys, filter: () => filterInput.current?.focus() });

  const content = () => {
    if (query.data === undefined) {
      if (query.error === null) return <Loading lines={8} onRetry={() => void query.refetch()} />;
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (rows.length > 0) {
      return <QueueTable {...{ rows, columns, whyGone, open, current, grid, onCurrent }} label={title} />;
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
        onLeave={stand}
      />
      <div {...place.props}>
        <NewsPill changes={order.changes} came={order.came} onShow={keys.show} />
        {content()}
      </div>
      <MoreButton pages={query}>{t("queue.more")}</MoreButton>
    </div>
  );
}
