import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { FigureReport, ReportLine } from "@/api/settings-types";
import { dateInWords } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { dayBefore, type Figured } from "../address";
import type { TableOf, TileOf } from "../pages-of-figures";
import { changeOf, valueText } from "../values";
import { keyOf, nameOf } from "../words";
import { FigureNumber } from "./number";
import styles from "./tables.module.css";

interface Shown {
  chosen: Figured;
  report: FigureReport;
}

type Group = Shown & { of: TableOf };

/** What was counted of each team, clock, person or other. */
export function GroupTable({ of: { group, figures, grown }, chosen, report }: Group) {
  const { t, i18n } = useTranslation("settings");
  const words = useWords();
  const lines = sorted(report.groups.find(({ by }) => by === group)?.lines ?? [], grown);
  const known = report.figures.filter(({ name }) => figures.includes(name));
  const changed = (line: ReportLine, name: string) => {
    const unit = known.find((one) => one.name === name)?.unit ?? "count";
    const { way, amount } = changeOf(line.total[name], line.before[name], unit, i18n.language);
    return t(`figures.change.${way}`, { amount });
  };
  const title = t(`figures.by.${group as "clock"}`, {
    report: t(`figures.report.${report.report as "flow"}`),
  });
  return (
    <section className={styles.scroll}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`figures.group.${group as "clock"}`)}</th>
            {figures.map((name) => (
              <th key={name} scope="col">
                {nameOf(t, name)}
              </th>
            ))}
            {grown !== undefined && (
              <th scope="col">{t("figures.change.of", { figure: nameOf(t, grown) })}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key ?? ""}>
              <th scope="row">
                <bdi>{keyOf(t, words, group, line)}</bdi>
              </th>
              {figures.map((name) => {
                const figure = known.find((one) => one.name === name);
                const text = valueText(line.total[name], figure?.unit ?? "count", i18n.language);
                const question = figure?.question ?? null;
                return (
                  <td key={name}>
                    {question !== null && line.condition !== null ? (
                      <Link to="/search" search={{ q: narrowed(question, line.condition) }}>
                        {text}
                      </Link>
                    ) : (
                      <FigureNumber
                        {...{ chosen, report, name }}
                        value={line.total[name]}
                        line={{ group, key: line.key }}
                      />
                    )}
                  </td>
                );
              })}
              {grown !== undefined && <td>{changed(line, grown)}</td>}
            </tr>
          ))}
          {lines.length === 0 && (
            <tr>
              <td colSpan={figures.length + (grown === undefined ? 1 : 2)}>{t("figures.none")}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** As they came, the largest first; or what grew most. */
function sorted(lines: readonly ReportLine[], grown: string | undefined): readonly ReportLine[] {
  if (grown === undefined) return lines;
  const more = ({ total, before }: ReportLine) => (total[grown] ?? 0) - (before[grown] ?? 0);
  return lines.toSorted((one, other) => more(other) - more(one));
}

/** A narrower condition of the same kind takes the place of the wider one. */
const narrowed = (question: string, condition: string) => {
  const field = `${condition.split(":")[0] ?? ""}:`;
  return [condition, ...question.split(" ").filter((part) => !part.startsWith(field))].join(" ");
};

/** The lines of tiles as a table: a row for each day, week or month. */
export function PartsTable({ tiles, chosen, report }: Shown & { tiles: readonly TileOf[] }) {
  const { t, i18n } = useTranslation("settings");
  const names = tiles.flatMap(({ figure, p90 }) => (p90 === undefined ? [figure] : [figure, p90]));
  return (
    <section className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t("figures.overTime", { report: t(`figures.report.${report.report as "flow"}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`figures.part.${report.by}`)}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {nameOf(t, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.parts.map(({ first, values }, place) => (
            <tr key={first}>
              <th scope="row">{dateInWords(first, i18n.language)}</th>
              {names.map((name) => (
                <td key={name}>
                  <FigureNumber
                    {...{ chosen, report, name }}
                    value={values[name]}
                    days={{ from: first, to: dayBefore(report.parts[place + 1]?.first) ?? report.last }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
