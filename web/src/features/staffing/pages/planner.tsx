import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { WeekCheck } from "@/api/settings-types";
import { Loaded } from "@/components/loaded";
import form from "@/components/settings/settings-form.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/states";
import { localDay } from "@/lib/local-input";
import { usePageTitle } from "@/lib/page-title";
import { productNow } from "@/lib/product-clock";
import { allOf } from "@/lib/sentences";
import { localeOf } from "@/lib/time-format";

import { useWeekCheck } from "../api/check-week";
import { Fix } from "../components/fix";
import { WeekPicture } from "../components/week-picture";
import { withoutHours } from "../week";
import styles from "./planner.module.css";

const route = getRouteApi("/shell/settings/planner");

/** The Monday of the week of a day, in the reader's zone. */
function mondayOf(day: Date): Date {
  const sinceMonday = (day.getDay() + 6) % 7;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - sinceMonday);
}

export function PlannerPage() {
  const { t, i18n } = useTranslation("settings");
  usePageTitle(t("planner.title"));
  const { week } = route.useSearch();
  const navigate = useNavigate();
  const monday = mondayOf(week === undefined ? new Date(productNow()) : new Date(`${week}T00:00`));
  const check = useWeekCheck(monday.toISOString());
  const move = (weeks: number) => {
    const next = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + weeks * 7);
    void navigate({ to: "/settings/planner", search: { week: localDay(next) }, replace: true });
  };
  const date = new Intl.DateTimeFormat(localeOf(i18n.language), {
    dateStyle: "long",
  });
  return (
    <>
      <SettingsHead title={t("planner.title")}>{t("planner.text")}</SettingsHead>
      <div className={styles.weeks}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconChevronLeft size={15} />}
          onClick={() => {
            move(-1);
          }}
        >
          {t("planner.before")}
        </Button>
        <strong role="status">{t("planner.week", { date: date.format(monday) })}</strong>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronRight size={15} />}
          onClick={() => {
            move(1);
          }}
        >
          {t("planner.after")}
        </Button>
      </div>
      <section className={form.card} aria-label={t("planner.title")}>
        <Loaded of={check} lines={6}>
          {(found) => (
            <>
              <WithoutHours week={found} />
              {found.items.length === 0 && (
                <EmptyState title={t("planner.covered")} text={t("planner.coveredText")} />
              )}
              <WeekPicture monday={monday.getTime()} week={found} />
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}

/** One sentence, and no hour in red: whoever never said when a team is there does not miss it. */
function WithoutHours({ week }: { week: WeekCheck }) {
  const { t, i18n } = useTranslation("settings");
  const teams = withoutHours(week);
  if (teams.length === 0) return null;
  const names = allOf(
    i18n.language,
    teams.map(({ name }) => name),
  );
  return (
    <p>
      <bdi>{t("planner.withoutHours", { names, count: teams.length })}</bdi>{" "}
      <Fix mends={teams.map(({ id, name }) => ({ of: "team", id, name }))} about={t("team.calendar")} />
    </p>
  );
}
