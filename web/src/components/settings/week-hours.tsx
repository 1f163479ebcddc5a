import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCopy, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { WEEKDAYS, type Interval, type Weekday } from "@/api/settings-types";
import { WhenField } from "@/components/when/when-field";
import type { Week } from "@/lib/calendar-file";
import type { Refused } from "@/lib/field-errors";
import { weekdayName } from "@/lib/weekdays";

import { RemoveRow, RowList } from "./row-list";
import styles from "./week-hours.module.css";

interface HoursProps {
  /** Whose hours they are, for those who hear the page. */
  of: string;
  value: readonly Interval[];
  onChange: (value: Interval[]) => void;
}

const shown = (time: string) => (time === "24:00" ? "00:00" : time);

function following(last: Interval | undefined): Interval {
  if (last === undefined) return ["08:00", "17:00"];
  const start = shown(last[1]);
  return [start, start < "18:00" ? "18:00" : "24:00"];
}

/** The intervals of one day. Midnight as an end is written "24:00", which a time field cannot show. */
export function DayHours({ of, value, onChange }: HoursProps) {
  const { t } = useTranslation("settings");
  return (
    <div className={styles.hours}>
      {value.length === 0 && <span className={styles.closed}>{t("week.closed")}</span>}
      <RowList
        className={styles.intervals}
        rowClass={styles.interval}
        rows={value}
        nameOf={(_, index) => `${of} ${index + 1}`}
        adder={(add) => (
          <Tooltip label={t("week.add", { day: of })}>
            <ActionIcon
              data-add
              variant="default"
              aria-label={t("week.add", { day: of })}
              onClick={() => {
                add(following(value.at(-1)));
              }}
            >
              <IconPlus size={15} />
            </ActionIcon>
          </Tooltip>
        )}
        onChange={onChange}
      >
        {(interval, { set, remove }) => (
          <>
            {([0, 1] as const).map((side) => (
              <WhenField
                key={side}
                kind="time"
                size="xs"
                className={styles.time}
                aria-label={t(side === 0 ? "week.from" : "week.to", { day: of })}
                value={shown(interval[side])}
                onChange={(time) => {
                  if (side === 0) set([time, interval[1]]);
                  else set([interval[0], time === "00:00" ? "24:00" : time]);
                }}
              />
            ))}
            <RemoveRow size="md" label={t("week.remove", { day: of })} onClick={remove} />
          </>
        )}
      </RowList>
    </div>
  );
}

interface WeekProps {
  value: Week;
  onChange: (value: Week) => void;
  /** What is wrong with a day. */
  refusedOf?: (day: Weekday) => Refused;
}

export function WeekHours({ value, onChange, refusedOf }: WeekProps) {
  const { t, i18n } = useTranslation("settings");
  return (
    <div className={styles.week}>
      {WEEKDAYS.map((day, index) => {
        const name = weekdayName(day, i18n.language);
        const { error, "data-place": place } = refusedOf?.(day) ?? {};
        const above = WEEKDAYS[index - 1];
        return (
          <div key={day} data-place={place} className={styles.day} role="group" aria-label={name}>
            <span className={styles.name} aria-hidden="true">
              <bdi>{name}</bdi>
            </span>
            <DayHours
              of={name}
              value={value[day]}
              onChange={(hours) => {
                onChange({ ...value, [day]: hours });
              }}
            />
            {above !== undefined && (
              <Tooltip label={t("week.asBefore")}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("week.asBeforeOf", { day: name })}
                  onClick={() => {
                    onChange({ ...value, [day]: value[above] });
                  }}
                >
                  <IconCopy size={15} />
                </ActionIcon>
              </Tooltip>
            )}
            {error !== undefined && <p className={styles.error}>{error}</p>}
          </div>
        );
      })}
      <p className={styles.hint}>{t("week.hint")}</p>
    </div>
  );
}
