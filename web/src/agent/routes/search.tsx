import { Button, SegmentedControl } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Card, SearchHit } from "@/api/types";
import { MoreButton } from "@/components/more-button";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { ExportMenu } from "@/features/exports/components/export-menu";
import { useColumns, type Column } from "@/features/lists/columns";
import { NarrowCell } from "@/features/lists/components/narrow-cell";
import { QueueTable } from "@/features/lists/components/queue-table";
import { useNames } from "@/features/lists/use-names";
import { SORTS, type Sort } from "@/features/search/address";
import { useSearch } from "@/features/search/api/search";
import { useThings } from "@/features/search/api/things";
import { FacetBar } from "@/features/search/components/facet-bar";
import { Pieces } from "@/features/search/components/pieces";
import { Things } from "@/features/search/components/things";
import { SearchField } from "@/features/search/components/search-field";
import { withoutConditions, conditionsIn } from "@/features/search/question";
import { facetsOf } from "@/features/search/facets";
import { useOperators } from "@/features/search/use-operators";
import { useWritten } from "@/features/tickets/use-written";
import { useActions } from "@/lib/actions";
import { useOrganizations } from "@/lib/desk/list-organizations";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import { useInUse } from "@/lib/in-use";
import { usePageTitle } from "@/lib/page-title";
import { useWords } from "@/lib/words";

import { LIST } from "../actions";
import { useOpenTicket } from "../split/use-open-ticket";
import { useRowActs } from "../use-row-acts";
import { useRows } from "../use-rows";
import { useSettled } from "../use-settled";
import { SaveAsView } from "../view-buttons";
import page from "./queue-view.module.css";
import styles from "./search.module.css";

const route = getRouteApi("/shell/lists/search");

interface Found extends Card {
  hit: SearchHit;
}

const nothing = () => undefined;
const stays = () => "";

/** A search that stands in the address. */
function useQuestion() {
  const { q = "", sort = "newest", t: open } = route.useSearch();
  const navigate = useNavigate();
  const go = useCallback(
    (next: { q: string; sort: Sort }) =>
      void navigate({
        ...{ to: "/search", replace: true },
        search: {
          ...(next.q !== "" && { q: next.q }),
          ...(next.sort === "best" && { sort: next.sort }),
          ...(open !== undefined && { t: open }),
        },
      }),
    [navigate, open],
  );
  const ask = useCallback(
    (text: string) => {
      go({ q: text, sort });
    },
    [go, sort],
  );
  const [typed, setTyped] = useSettled(q, ask);
  return {
    q,
    sort,
    typed,
    setTyped,
    setSort: (next: Sort) => {
      go({ q, sort: next });
    },
  };
}

export function SearchPage() {
  const { t } = useTranslation("agent");
  const { q, sort, typed, setTyped, setSort } = useQuestion();
  usePageTitle(q === "" ? t("search.title") : `${q} · ${t("search.title")}`);
  const query = useSearch(q, sort);
  const teams = useTeams().data;
  const organizations = useOrganizations().data;
  const known = { teams: choosable(teams ?? []), organizations: organizations ?? [] };
  const operators = useOperators(known);
  const words = useWords();
  const teamName = useNames(teams);
  const organizationName = useNames(organizations);
  const field = useRef<HTMLInputElement>(null);
  const place = useInUse<HTMLDivElement>();
  const { open } = useOpenTicket();

  const things = useThings(conditionsIn(q).length > 0 ? "" : q);
  const answers = query.data?.pages;
  const last = answers?.at(-1);
  const rows = useMemo(
    () =>
      (answers ?? [])
        .flatMap(({ items }) => items)
        .flatMap((hit) => (hit.ticket === null ? [] : [{ card: { ...hit.ticket, hit }, gone: false }])),
    [answers],
  );
  const { grid, current, onCurrent, stand, keys } = useRows({
    ...{ rows, arrived: query.data !== undefined, changes: 0, show: nothing, hasKeyboard: place.hasKeyboard },
  });
  const focus = () => field.current?.focus();
  const { acts, asks } = useRowActs();
  useActions(LIST, { ...keys, filter: focus });
  useEffect(() => {
    // Who comes without a question comes to ask one.
    if (open === undefined && q === "") field.current?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: later the field is emptied by hand
  }, []);

  const written = useWritten();
  const ofLists = useColumns({
    ...{ showTeam: true, showAssignee: false, teamName, organizationName },
    isWritten: useCallback((id: string) => written.has(id), [written]),
    said: useCallback((card: Card) => <Pieces of={(card as Found).hit.title} />, []),
  });
  const sentence = ({ hit }: Found) => (
    <span className={styles.sentence}>
      <Pieces of={hit.snippet} />
    </span>
  );
  const narrow: Column<Found> = {
    ...ofLists.narrow,
    cell: (card) => (
      <NarrowCell
        first={ofLists.subject(card)}
        corner={<Time at={card.updated_at} relative />}
        second={<Pieces of={card.hit.snippet} />}
        marks={ofLists.columns.find(({ name }) => name === "priority")?.cell(card, null)}
      />
    ),
  };
  const columns: Column<Found>[] = ofLists.columns
    .filter(({ name }) => name !== "turn" && name !== "deadline")
    .flatMap((column): Column<Found>[] =>
      column.name === "ticket"
        ? [column, { name: "found", head: t("search.found"), width: "minmax(0, 1fr)", cell: sentence }]
        : [column],
    );

  const content = () => {
    if (q.trim() === "") return <EmptyState title={t("search.begin")} text={t("search.beginText")} />;
    if (query.data === undefined) {
      if (query.error === null) return <Loading lines={8} onRetry={() => void query.refetch()} />;
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (rows.length === 0) {
      return (
        <EmptyState
          title={t("search.nothing", { text: q, interpolation: { escapeValue: false } })}
          text={t("search.nothingText")}
        >
          {conditionsIn(q).length > 0 && (
            <Button
              variant="default"
              onClick={() => {
                setTyped(withoutConditions(q));
                focus();
              }}
            >
              {t("search.withoutConditions")}
            </Button>
          )}
        </EmptyState>
      );
    }
    return (
      <QueueTable
        {...{ rows, columns, narrowColumn: narrow, whyGone: stays, current, open, onCurrent, grid, acts }}
        label={t("search.title")}
        goesOn={query.hasNextPage}
      />
    );
  };

  return (
    <div className={page.page}>
      <div className={page.top}>
        <header className={page.head}>
          <h1>{t("search.title")}</h1>
          <p role="status">
            {q.trim() !== "" &&
              last !== undefined &&
              t(last.total_is === "exact" ? "search.count" : "search.atLeast", { count: last.total })}
          </p>
          <div className={page.tools}>
            {q.trim() !== "" && <SaveAsView begun={{ question: q, order: "newest" }} />}
            {rows.length > 0 && q.trim() !== "" && (
              <ExportMenu of={{ name: t("search.title"), question: q, order: "newest" }} />
            )}
            <SegmentedControl
              size="xs"
              aria-label={t("search.sort")}
              value={sort}
              data={SORTS.map((value) => ({ value, label: t(`search.${value}`) }))}
              onChange={setSort}
            />
          </div>
        </header>
        <SearchField {...{ value: typed, onChange: setTyped, operators, fieldRef: field }} onLeave={stand} />
        {last !== undefined && q.trim() !== "" && (
          <FacetBar
            facets={facetsOf(last.facets, operators, {
              state: words.state,
              team: teamName,
              org: organizationName,
            })}
            question={typed}
            onQuestion={setTyped}
          />
        )}
      </div>
      <div {...place.props}>
        <Things of={things} />
        {content()}
        {asks}
      </div>
      <MoreButton pages={query} className={page.more}>
        {t("queue.more")}
      </MoreButton>
    </div>
  );
}
