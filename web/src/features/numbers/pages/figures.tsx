import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import type { FigureReport } from "@/api/settings-types";
import { Button } from "@/components/button";
import { Loaded } from "@/components/loaded";
import { useNotify } from "@/components/notify";
import { EmptyState } from "@/components/states";
import { keepCsv } from "@/lib/csv";
import { askExport } from "@/lib/desk/exports";
import { useMe } from "@/lib/desk/get-me";
import { isLead } from "@/lib/ticket-parts";
import { usePageTitle } from "@/lib/page-title";
import { useProblemText } from "@/lib/problem-text";
import { productNow } from "@/lib/product-clock";

import { askedFor, type Figured } from "../address";
import { reportQuery, reportTable, type ReportName, type ReportQuery } from "../api/get-report";
import { Bar } from "../components/bar";
import { ByMail } from "../components/by-mail";
import { MyDay } from "../components/my-day";
import { GroupTable, PartsTable } from "../components/tables";
import { Tile } from "../components/tile";
import tiles from "../components/tile.module.css";
import { reportsOf, TABLES, TILES } from "../pages-of-figures";
import styles from "./figures.module.css";

type Reports = Partial<Record<ReportName, FigureReport>>;

/** Figures of a period beside those of the one before: of promises, or of what teams do. */
export function FiguresPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("figures.title"));
  const chosen = useSearch({ from: "/shell/figures" });
  const me = useMe().data;
  const zone = me?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const page = chosen.page ?? "sla";
  const own = page === "me" && me !== undefined ? { person: me.id } : {};
  const asked = askedFor({ ...chosen, ...own }, productNow(), zone);
  const found = useQueries({
    queries: reportsOf(page).map((report) => ({
      ...reportQuery(report, asked),
      enabled: page !== "me" || me !== undefined,
    })),
    combine: (results) => ({
      data: results.every(({ data }) => data !== undefined)
        ? (Object.fromEntries(reportsOf(page).map((name, place) => [name, results[place]?.data])) as Reports)
        : undefined,
      error: results.find(({ error }) => error !== null)?.error ?? null,
      refetch: () => results.map(({ refetch }) => refetch()),
    }),
  });
  return (
    <div className={styles.page}>
      <Bar chosen={chosen} asOf={found.data === undefined ? null : first(found.data)} zone={zone} />
      {page === "me" && <MyDay />}
      <Loaded of={found} lines={10}>
        {(reports) => <Shown chosen={{ ...chosen, ...own }} asked={asked} reports={reports} />}
      </Loaded>
      {me !== undefined && isLead(me) && (
        <div className={styles.tools}>
          <ByMail key={page} of={reportsOf(page)} asked={asked} />
        </div>
      )}
    </div>
  );
}

const first = (reports: Reports): string | null => Object.values(reports)[0]?.as_of ?? null;

function Downloads({ of, asked }: { of: readonly ReportName[]; asked: ReportQuery }) {
  const { t } = useTranslation("settings");
  const problemText = useProblemText();
  const notify = useNotify();
  const client = useQueryClient();
  const save = (report: ReportName) => {
    reportTable(report, asked).then(
      (text) => {
        keepCsv(text, `${report}-${asked.from}-${asked.to}.csv`);
      },
      (error: unknown) => {
        notify(problemText(error), { tone: "bad" });
      },
    );
  };
  const workbook = (report: ReportName) => {
    const name = `${report}-${asked.from}-${asked.to}`;
    askExport(client, { format: "xlsx", name, report: { ...asked, report } }).catch((error: unknown) => {
      notify(problemText(error), { tone: "bad" });
    });
  };
  return of.map((report) => (
    <Fragment key={report}>
      <Button
        look="quiet"
        onClick={() => {
          save(report);
        }}
      >
        {t("figures.csv", { report: t(`figures.report.${report}`) })}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          workbook(report);
        }}
      >
        {t("figures.xlsx", { report: t(`figures.report.${report}`) })}
      </Button>
    </Fragment>
  ));
}

const isCounted = (reports: Reports): boolean =>
  Object.values(reports).some(({ total }) =>
    Object.values(total).some((value) => typeof value === "number" && value > 0),
  );

function Shown({ chosen, asked, reports }: { chosen: Figured; asked: ReportQuery; reports: Reports }) {
  const { t } = useTranslation("settings");
  const page = chosen.page ?? "sla";
  if (!isCounted(reports)) return <EmptyState title={t("figures.empty")} text={t("figures.emptyText")} />;
  const tabled = reportsOf(page).filter((report) => TILES[page].some((tile) => tile.report === report));
  return (
    <>
      {chosen.tables === true ? (
        tabled.map((name) => {
          const report = reports[name];
          const of = TILES[page].filter((tile) => tile.report === name);
          return report === undefined ? null : <PartsTable key={name} tiles={of} {...{ chosen, report }} />;
        })
      ) : (
        <ul className={tiles.tiles} aria-label={t(`figures.pages.${page}`)}>
          {TILES[page].map((tile) => {
            const report = reports[tile.report];
            return report === undefined ? null : <Tile key={tile.figure} of={tile} {...{ chosen, report }} />;
          })}
        </ul>
      )}
      <div className={styles.tables}>
        {TABLES[page].map((table) => {
          const report = reports[table.report];
          return report === undefined ? null : (
            <GroupTable key={`${table.report} ${table.group}`} of={table} {...{ chosen, report }} />
          );
        })}
      </div>
      <div className={styles.tools}>
        <Downloads of={reportsOf(page)} asked={asked} />
      </div>
    </>
  );
}
