import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Card, Level } from "@/api/types";
import { LevelBadge } from "@/components/badges";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useQueue, type QueueFilter, type QueueScope } from "@/features/lists/api/list-tickets";
import { QueueFilters } from "@/features/lists/components/queue-filters";
import { QueueTable } from "@/features/lists/components/queue-table";
import { useOrganizations } from "@/features/organizations/api/organizations-to-choose";
import { useTeams } from "@/lib/desk/list-teams";
import { useFallbackPolling } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";
import { useShortcuts } from "@/lib/shortcuts";

import { rememberList } from "../last-list";
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
  rememberList();
  const navigate = useNavigate();
  const query = useQueue(scope, filter, useFallbackPolling());
  const teams = useTeams().data;
  const teamNames = useMemo(() => new Map(teams?.map(({ id, name }) => [id, name])), [teams]);
  const teamName = (id: string) => teamNames.get(id) ?? id;
  const [text, setText] = useState("");
  const [current, setCurrent] = useState(-1);
  const filterInput = useRef<HTMLInputElement>(null);

  const organizations = useOrganizations().data ?? [];
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const cards = text === "" ? all : all.filter((card) => matches(card, text.trim().toLowerCase()));
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

  const step = (by: number) => {
    setCurrent((before) => Math.min(Math.max(before + by, 0), cards.length - 1));
    requestAnimationFrame(() =>
      document.querySelector("[data-current]")?.scrollIntoView({ block: "nearest" }),
    );
  };
  const openCurrent = () => {
    const card = cards[current];
    if (card !== undefined) void navigate({ to: "/tickets/$ticketId", params: { ticketId: card.id } });
  };
  useShortcuts({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
    o: openCurrent,
    "/": () => filterInput.current?.focus(),
  });

  const content = () => {
    if (query.data === undefined) {
      if (query.error === null) return <Loading lines={8} />;
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (cards.length > 0) {
      return (
        <QueueTable {...{ cards, current, teamName, showTeam }} showAssignee={!showTeam} label={title} />
      );
    }
    if (all.length === 0 && query.hasNextPage) return <Loading lines={8} />;
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
              ? t("queue.countMore", { count: cards.length })
              : t("queue.count", { count: cards.length })}{" "}
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
      />
      {content()}
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
