import { useTranslation } from "react-i18next";

import { WEEKDAYS, type WeekGap } from "@/api/settings-types";
import { weekdayName } from "@/lib/weekdays";

import styles from "./week-picture.module.css";

interface Props {
  /** Where the week begins, and what of it nobody covers. */
  monday: number;
  gaps: readonly WeekGap[];
}

const WEEK_MS = 7 * 86_400_000;

interface Row {
  what: string;
  minutes: number;
  gaps: WeekGap[];
}

function rowsOf(gaps: readonly WeekGap[]): Row[] {
  const rows = new Map<string, Row>();
  for (const gap of gaps) {
    const row = rows.get(gap.what) ?? { what: gap.what, minutes: 0, gaps: [] };
    row.minutes += gap.minutes;
    row.gaps.push(gap);
    rows.set(gap.what, row);
  }
  return [...rows.values()];
}

/** `office`, `language:de` or `skill:sap`, in words. */
function useWhatWords(): (what: string) => string {
  const { t, i18n } = useTranslation("settings");
  return (what) => {
    const [sort, name = ""] = what.split(/:(.*)/s);
    if (sort === "language") {
      return t("planner.language", {
        language: new Intl.DisplayNames(i18n.language, { type: "language" }).of(name) ?? name,
      });
    }
    return sort === "skill" ? t("planner.skill", { skill: name }) : t("planner.office");
  };
}

/** The week as bars, a line for everything that is missing at some time; each opens into its list. */
export function WeekPicture({ monday, gaps }: Props) {
  const { i18n, t } = useTranslation("settings");
  const words = useWhatWords();
  const length = (minutes: number) =>
    minutes % 60 === 0
      ? t("planner.hours", { count: minutes / 60 })
      : t("planner.hoursMinutes", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const moment = new Intl.DateTimeFormat(i18n.language === "en" ? "en-GB" : i18n.language, {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <div className={styles.picture}>
      <div className={`${styles.days} ${styles.scale}`} aria-hidden="true">
        {WEEKDAYS.map((day) => (
          <span key={day}>{weekdayName(day, i18n.language, "short")}</span>
        ))}
      </div>
      {rowsOf(gaps).map((row) => (
        <section key={row.what} className={styles.row}>
          <h2>{words(row.what)}</h2>
          <div className={`${styles.days} ${styles.bar}`} aria-hidden="true">
            {WEEKDAYS.map((day) => (
              <span key={day} />
            ))}
            {row.gaps.map((gap) => {
              const start = (Date.parse(gap.start) - monday) / WEEK_MS;
              const end = (Date.parse(gap.end) - monday) / WEEK_MS;
              return (
                <i
                  key={gap.start}
                  className={styles.gap}
                  style={{ left: `${start * 100}%`, width: `${(end - start) * 100}%` }}
                />
              );
            })}
          </div>
          <details className={styles.list}>
            <summary>{t("planner.missing", { time: length(row.minutes), count: row.gaps.length })}</summary>
            <ul>
              {row.gaps.map((gap) => (
                <li key={gap.start}>
                  {moment.format(new Date(gap.start))} – {moment.format(new Date(gap.end))} ·{" "}
                  {length(gap.minutes)}
                </li>
              ))}
            </ul>
          </details>
        </section>
      ))}
    </div>
  );
}
