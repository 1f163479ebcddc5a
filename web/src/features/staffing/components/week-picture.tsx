import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { WEEKDAYS, type WeekCheck } from "@/api/settings-types";
import { weekdayName } from "@/lib/weekdays";
import { localeOf } from "@/lib/time-format";

import type { Stretch } from "../now";
import { byName, missingIn } from "../week";
import { Fix } from "./fix";
import { PersonLink } from "./person-link";
import styles from "./week-picture.module.css";

interface Props {
  /** Where the week begins. */
  monday: number;
  week: WeekCheck;
}

const WEEK_MS = 7 * 86_400_000;

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

function Bar({ monday, stretches, look }: { monday: number; stretches: readonly Stretch[]; look: string }) {
  return stretches.map(({ start, end }) => {
    const left = (Date.parse(start) - monday) / WEEK_MS;
    const width = (Date.parse(end) - Date.parse(start)) / WEEK_MS;
    return (
      <i
        key={start}
        className={styles[look]}
        style={{ insetInlineStart: `${left * 100}%`, width: `${width * 100}%` }}
      />
    );
  });
}

function Days({ children }: { children: ReactNode }) {
  return (
    <div className={`${styles.days} ${styles.bar}`} aria-hidden="true">
      {WEEKDAYS.map((day) => (
        <span key={day} />
      ))}
      {children}
    </div>
  );
}

/** The week as rows: what is missing, each stretch with a way to mend it, and who is there when. */
export function WeekPicture({ monday, week }: Props) {
  const { i18n, t } = useTranslation("settings");
  const words = useWhatWords();
  const length = (minutes: number) =>
    minutes % 60 === 0
      ? t("planner.hours", { count: minutes / 60 })
      : t("planner.hoursMinutes", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const moment = new Intl.DateTimeFormat(localeOf(i18n.language), {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const said = ({ start, end }: Stretch) =>
    `${moment.format(new Date(start))} – ${moment.format(new Date(end))}`;
  return (
    <div className={styles.picture}>
      <div className={`${styles.days} ${styles.scale}`} aria-hidden="true">
        {WEEKDAYS.map((day) => (
          <span key={day}>{weekdayName(day, i18n.language, "short")}</span>
        ))}
      </div>
      {missingIn(week).map((row) => (
        <section key={row.what} className={styles.row}>
          <h2>{words(row.what)}</h2>
          {row.never ? (
            <p className={styles.list}>
              {t("planner.never")} <Fix mends={row.mends} about={words(row.what)} />
            </p>
          ) : (
            <>
              <Days>
                <Bar monday={monday} stretches={row.gaps} look="gap" />
              </Days>
              <details className={styles.list}>
                <summary>
                  {t("planner.missing", { time: length(row.minutes), count: row.gaps.length })}
                </summary>
                <ul>
                  {row.gaps.map((gap) => (
                    <li key={gap.start}>
                      {said(gap)} · {length(gap.minutes)}{" "}
                      <Fix mends={row.mends} about={`${words(row.what)}, ${said(gap)}`} />
                    </li>
                  ))}
                </ul>
              </details>
            </>
          )}
        </section>
      ))}
      {byName(week).map((person) => (
        <section key={person.id} className={styles.row}>
          <h2 className={styles.person}>
            <PersonLink id={person.id}>
              <bdi>{person.name}</bdi>
            </PersonLink>
            {!person.planned && <span> {t("planner.anytime")}</span>}
          </h2>
          <Days>
            <Bar monday={monday} stretches={person.there} look={person.planned ? "there" : "anytime"} />
            <Bar monday={monday} stretches={person.away} look="away" />
          </Days>
          <p className="visually-hidden">
            {person.planned && person.there.length === 0 && t("planner.notThere")}
            {person.planned && person.there.map(said).join(", ")}
          </p>
        </section>
      ))}
    </div>
  );
}
