import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { View } from "@/api/types";
import { MoreButton } from "@/components/more-button";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { ExportMenu } from "@/features/exports/components/export-menu";
import { useColumns } from "@/features/lists/columns";
import { DensityChoice } from "@/features/lists/components/density-choice";
import { NewsPill } from "@/features/lists/components/news-pill";
import { QueueTable } from "@/features/lists/components/queue-table";
import { useCalmOrder } from "@/features/lists/use-calm-order";
import { useSelection } from "@/features/lists/use-selection";
import { useNames } from "@/features/lists/use-names";
import { useWhyGone } from "@/features/lists/why-gone";
import { whoIsAt } from "@/features/presence/components/row-avatars";
import { SearchField } from "@/features/search/components/search-field";
import { useOperators } from "@/features/search/use-operators";
import { useWritten } from "@/features/tickets/use-written";
import { useViews, useViewTickets } from "@/features/views/api/views";
import { narrowedBy } from "@/features/views/address";
import { Groups } from "@/features/views/components/groups";
import { useGroups } from "@/features/views/groups";
import { useViewName } from "@/features/views/names";
import { useActions } from "@/lib/actions";
import { useOrganizations } from "@/lib/desk/list-organizations";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import { useInUse } from "@/lib/in-use";
import { useFallbackPolling, useWatch } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";

import { LIST } from "../actions";
import { Chosen } from "../chosen";
import { Arranged } from "../arranged-choice";
import { useOpenTicket } from "../split/use-open-ticket";
import { useFilterButton } from "../use-filter-button";
import { useRowActs } from "../use-row-acts";
import { useRows } from "../use-rows";
import { useNarrowing } from "../use-narrowing";
import { ChangeView, SaveAsView } from "../view-buttons";
import styles from "./queue-view.module.css";

const route = getRouteApi("/shell/lists/views/$viewId");

export function ViewPage() {
  const { viewId } = route.useParams();
  const { t } = useTranslation("agent");
  const views = useViews();
  const view = views.data?.find(({ id }) => id === viewId);
  if (view !== undefined) return <Shown key={viewId} view={view} />;
  if (views.data !== undefined) return <EmptyState title={t("views.gone")} text={t("views.goneText")} />;
  if (views.error === null) return <Loading lines={8} onRetry={() => void views.refetch()} />;
  return <ErrorState error={views.error} onRetry={() => void views.refetch()} />;
}

const both = (question: string, narrower: string) =>
  [question, narrower].filter((part) => part !== "").join(" ");

function Shown({ view }: { view: View }) {
  const { t } = useTranslation("agent");
  const title = useViewName()(view);
  usePageTitle(title);
  const { typed, setTyped, go, ...narrowed } = useNarrowing();
  const { order } = narrowed;
  const parts = useGroups(view, narrowedBy(narrowed));
  const q = parts.asked;
  const query = useViewTickets(
    view.id,
    { ...(q !== "" && { q }), ...(order !== undefined && { order }) },
    useFallbackPolling(),
    parts.ready,
  );
  const teams = useTeams().data;
  useWatch(...(teams ?? []).map(({ id }) => `team:${id}`));
  const organizations = useOrganizations().data;
  const operators = useOperators({ teams: choosable(teams ?? []), organizations: organizations ?? [] });
  const written = useWritten();
  const { columns, narrow: narrowColumn } = useColumns({
    ...{ showTeam: true, showAssignee: true },
    teamName: useNames(teams),
    organizationName: useNames(organizations),
    here: whoIsAt,
    isWritten: useCallback((id: string) => written.has(id), [written]),
  });
  const chosen = useMemo(
    () => columns.filter(({ name }) => name === "ticket" || view.columns.some((column) => column === name)),
    [columns, view.columns],
  );
  const whyGone = useWhyGone();
  const field = useRef<HTMLInputElement>(null);
  const pages = query.data?.pages;
  const all = useMemo(() => {
    // One that moved while pages were read may stand on two of them.
    const cards = pages?.flatMap(({ items }) => items) ?? [];
    return [...new Map(cards.map((card) => [card.id, card])).values()];
  }, [pages]);
  const place = useInUse<HTMLDivElement>();
  const { open } = useOpenTicket();
  const calm = useCalmOrder(
    {
      cards: all,
      list: query.isPlaceholderData ? "" : JSON.stringify([view, q, order, pages !== undefined]),
      pages: pages?.length ?? 0,
      arriving: query.isFetching && !query.isFetchedAfterMount,
    },
    // Who walks it from the ticket that is open beside it has a hand on it, too.
    place.inUse || open !== undefined,
  );
  const { rows } = calm;
  const asked = both(view.question, q);
  const whole = both(view.question, narrowed.q);
  const selecting = useSelection(
    asked,
    rows.map(({ card }) => card.id),
  );
  const { grid, current, onCurrent, stand, keys } = useRows({
    rows,
    arrived: query.data !== undefined,
    changes: calm.changes,
    show: calm.show,
    hasKeyboard: place.hasKeyboard,
  });
  const { acts, asks } = useRowActs(selecting.choose);
  const onPhone = useFilterButton(narrowed.q === "" ? 0 : 1, field);
  useActions(LIST, { ...keys, filter: onPhone.focus });

  const content = () => {
    if (query.data === undefined) {
      if (query.error === null) return <Loading lines={8} onRetry={() => void query.refetch()} />;
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (rows.length > 0) {
      const shown = {
        rows,
        columns: chosen,
        narrowColumn,
        whyGone,
        open,
        current,
        grid,
        onCurrent,
        selecting,
        acts,
      };
      return <QueueTable {...shown} density={view.density} goesOn={query.hasNextPage} label={title} />;
    }
    if (q === "") return <EmptyState title={t("views.empty")} text={t("views.emptyText")} />;
    return (
      <EmptyState title={t("views.emptyNarrowed")} text={q}>
        <Button
          variant="default"
          onClick={() => {
            setTyped("");
            onPhone.focus();
          }}
        >
          {t("queue.clearFilter")}
        </Button>
      </EmptyState>
    );
  };
  const divided = () => {
    const { grouping: by, groups, open: part } = parts;
    const shown = (
      <>
        {content()}
        <MoreButton pages={query} className={styles.more}>
          {t("queue.more")}
        </MoreButton>
      </>
    );
    if (by === undefined || groups?.length === 0) return shown;
    if (groups === undefined) {
      if (parts.query.error === null) return <Loading lines={8} onRetry={() => void parts.query.refetch()} />;
      return <ErrorState error={parts.query.error} onRetry={() => void parts.query.refetch()} />;
    }
    return (
      <Groups
        {...{ grouping: by, groups, open: part }}
        onOpen={(key) => {
          go({ part: key });
        }}
      >
        {shown}
      </Groups>
    );
  };
  const last = pages?.at(-1);
  const ordered = order ?? view.order;
  const grouping = parts.grouping ?? null;
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <header className={styles.head}>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p role="status">
            {last !== undefined &&
              t(last.total_is === "exact" ? "search.count" : "search.atLeast", {
                count: parts.total ?? last.total,
              })}
          </p>
          <div className={styles.tools}>
            {onPhone.button}
            {(narrowed.q !== "" || ordered !== view.order || grouping !== view.grouping) && (
              <SaveAsView
                begun={{
                  ...{ columns: view.columns, density: view.density, order: ordered, grouping },
                  question: whole,
                }}
              />
            )}
            {all.length > 0 && (
              <ExportMenu of={{ name: title, question: whole, order: ordered, columns: view.columns }} />
            )}
            {view.mine && <ChangeView view={view} />}
            <Arranged order={ordered} grouping={parts.grouping} onChange={go} className={styles.order} />
            {view.density === null && (
              <span className={styles.density}>
                <DensityChoice />
              </span>
            )}
          </div>
        </header>
        <Chosen
          {...{ selecting, goesOn: query.hasNextPage, question: asked }}
          current={keys.current}
          total={last?.total_is === "exact" ? last.total : null}
        >
          {onPhone.shown && (
            <SearchField
              {...{ value: typed, onChange: setTyped, operators, fieldRef: field }}
              label={t("views.narrow")}
              onLeave={stand}
            />
          )}
        </Chosen>
        <NewsPill changes={calm.changes} came={calm.came} onShow={keys.show} inHead />
      </div>
      <div {...place.props}>
        {divided()}
        {asks}
      </div>
    </div>
  );
}
