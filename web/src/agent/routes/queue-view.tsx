import { Button } from "@mantine/core";
import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Level } from "@/api/types";
import { LevelBadge } from "@/components/badges";
import { MoreButton } from "@/components/more-button";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { ExportMenu } from "@/features/exports/components/export-menu";
import { PAGE, useQueue, type QueueScope } from "@/features/lists/api/list-tickets";
import { DensityChoice } from "@/features/lists/components/density-choice";
import { FilterBar } from "@/features/lists/components/filter-bar";
import { NewsPill } from "@/features/lists/components/news-pill";
import { QueueTable } from "@/features/lists/components/queue-table";
import type { Listed } from "@/features/lists/address";
import { useColumns } from "@/features/lists/columns";
import type { FilterName, QueueFilter } from "@/features/lists/filter";
import { useCalmOrder } from "@/features/lists/use-calm-order";
import { useSelection } from "@/features/lists/use-selection";
import { tokensOf, useChoices } from "@/features/lists/use-choices";
import { useNames } from "@/features/lists/use-names";
import { useWhyGone } from "@/features/lists/why-gone";
import { whoIsAt } from "@/features/presence/components/row-avatars";
import { useOrganizations } from "@/lib/desk/list-organizations";
import { useWritten } from "@/features/tickets/use-written";
import { useActions } from "@/lib/actions";
import { useMembersOf } from "@/lib/desk/list-members";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import type { Order } from "@/lib/desk/orders";
import { useInUse } from "@/lib/in-use";
import { useFallbackPolling } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";
import { useGoOnWhileWanting } from "@/lib/pages";

import { LIST } from "../actions";
import { Chosen } from "../chosen";
import { OrderChoice } from "../order-choice";
import { questionOf } from "../question-of";
import { useOpenTicket } from "../split/use-open-ticket";
import { useFilterButton } from "../use-filter-button";
import { useRowActs } from "../use-row-acts";
import { useRows } from "../use-rows";
import { SaveAsView } from "../view-buttons";
import styles from "./queue-view.module.css";

interface Props {
  title: string;
  level?: Level | undefined;
  scope: QueueScope;
  /** Across teams the team is worth a column, in one team the person. */
  showTeam: boolean;
  filter: QueueFilter;
  order: Order;
  onAsked: (next: Listed) => void;
  /** What one can do here, beside opening a ticket. */
  children?: ReactNode;
}

const saidBy = ({ team, assignee }: QueueScope): FilterName[] => [
  ...(team === undefined ? [] : (["team"] as const)),
  // Whose it is can be asked where one team's people are known.
  ...(team === undefined || assignee !== undefined ? (["assignee"] as const) : []),
];

export function QueueView(props: Props) {
  const { title, level, scope, showTeam, filter, order, onAsked, children } = props;
  const { t } = useTranslation("agent");
  usePageTitle(title);
  const question = questionOf(scope, filter);
  const query = useQueue({ scope, filter, order, question }, useFallbackPolling());
  const teams = useTeams().data;
  const organizations = useOrganizations().data;
  const members = useMembersOf(scope.team === undefined ? [] : [scope.team]);
  const known = {
    ...{ members, organizations: organizations ?? [] },
    teams: choosable(teams ?? [], filter.team),
  };
  const choices = useChoices(known, saidBy(scope));
  const tokens = tokensOf(filter, choices);
  const written = useWritten();
  const { columns, narrow: narrowColumn } = useColumns({
    ...{ showTeam, showAssignee: !showTeam },
    teamName: useNames(teams),
    organizationName: useNames(organizations),
    here: whoIsAt,
    isWritten: useCallback((id: string) => written.has(id), [written]),
  });
  const whyGone = useWhyGone();
  const [typed, setTyped] = useState("");
  const filterInput = useRef<HTMLInputElement>(null);

  const pages = query.data?.pages;
  const all = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const place = useInUse<HTMLDivElement>();
  const { open } = useOpenTicket();
  const calm = useCalmOrder(
    {
      cards: all,
      list: query.isPlaceholderData ? "" : JSON.stringify([scope, filter, order, pages !== undefined]),
      pages: pages?.length ?? 0,
      arriving: query.isFetching && !query.isFetchedAfterMount,
    },
    // Who walks it from the ticket that is open beside it has a hand on it, too.
    place.inUse || open !== undefined,
  );
  const { rows } = calm;
  const selecting = useSelection(
    JSON.stringify([scope, filter]),
    rows.map(({ card }) => card.id),
  );
  const filtered = Object.keys(filter).length > 0;
  const goesOn = query.hasNextPage;
  // A page of what is filtered may hold little: it is looked for until there is as much as one asks for.
  const wanting = useGoOnWhileWanting(query, all.length === 0 || (filtered && all.length < PAGE));
  const { grid, current, onCurrent, stand, keys } = useRows({
    rows,
    arrived: query.data !== undefined,
    changes: calm.changes,
    show: calm.show,
    hasKeyboard: place.hasKeyboard,
  });
  const { acts, asks } = useRowActs(selecting.choose);
  const onPhone = useFilterButton(tokens.length, filterInput);
  const onFilter = (next: QueueFilter) => {
    onAsked({ ...next, order });
  };
  useActions(LIST, { ...keys, filter: onPhone.focus });

  const content = () => {
    if (query.data === undefined) {
      if (query.error === null) return <Loading lines={8} onRetry={() => void query.refetch()} />;
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (rows.length > 0) {
      const shown = {
        rows,
        columns,
        narrowColumn,
        whyGone,
        open,
        current,
        grid,
        onCurrent,
        goesOn,
        selecting,
        acts,
      };
      return <QueueTable {...shown} label={title} />;
    }
    if (wanting) return null;
    if (!filtered) return <EmptyState title={t("queue.empty")} text={t("queue.emptyText")} />;
    return (
      <EmptyState title={t("queue.emptyFiltered")} text={tokens.map(({ label }) => label).join(" · ")}>
        <Button
          variant="default"
          onClick={() => {
            onFilter({});
            onPhone.focus();
          }}
        >
          {t("queue.clearFilter")}
        </Button>
      </EmptyState>
    );
  };
  const lookedAt = pages?.reduce((sum, { looked_at = 0 }) => sum + looked_at, 0) ?? 0;

  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <header className={styles.head}>
          <h1>
            <bdi>{title}</bdi> {level !== undefined && <LevelBadge level={level} />}
          </h1>
          <p>
            {query.data !== undefined &&
              (goesOn
                ? t("queue.countMore", { count: rows.length })
                : t("queue.count", { count: rows.length }))}
          </p>
          <div className={styles.tools}>
            {children}
            {onPhone.button}
            {(filtered || order !== "due") && <SaveAsView begun={{ question, order }} />}
            {all.length > 0 && <ExportMenu of={{ name: title, question, order }} />}
            <span className={styles.order}>
              <OrderChoice
                order={order}
                onOrder={(next) => {
                  onAsked({ ...filter, order: next });
                }}
              />
            </span>
            <span className={styles.density}>
              <DensityChoice />
            </span>
          </div>
        </header>
        <Chosen
          {...{ selecting, goesOn, total: null, team: scope.team }}
          current={keys.current}
          question={question}
        >
          {onPhone.shown && (
            <FilterBar
              {...{ filter, onFilter, choices, typed }}
              onTyped={setTyped}
              fieldRef={filterInput}
              onLeave={stand}
            />
          )}
        </Chosen>
        <NewsPill changes={calm.changes} came={calm.came} onShow={keys.show} inHead />
      </div>
      <div {...place.props}>
        {content()}
        {asks}
      </div>
      {wanting ? (
        <p className={styles.looking} role="status">
          {t("queue.looking", { found: rows.length, count: lookedAt })}
        </p>
      ) : (
        <MoreButton pages={query} className={styles.more}>
          {t("queue.more")}
        </MoreButton>
      )}
    </div>
  );
}
