import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { IconCopy, IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { WEEKDAYS, type Interval, type Weekday } from "@/api/settings-types";
import type { Week } from "@/lib/calendar-file";
import type { Refused } from "@/lib/field-errors";
import { useRows } from "@/lib/rows";
import { weekdayName } from "@/lib/weekdays";

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
  const [rowsRef, rows] = useRows();
  const set = (index: number, side: 0 | 1, time: string) => {
    const wanted = side === 1 && time === "00:00" ? "24:00" : time;
    onChange(
      value.map((interval, at) =>
        at === index ? (side === 0 ? [wanted, interval[1]] : [interval[0], wanted]) : interval,
      ),
    );
  };
  return (
    <div ref={rowsRef} className={styles.hours}>
      {value.length === 0 && <span className={styles.closed}>{t("week.closed")}</span>}
      {value.map((interval, index) => (
        <span key={index} data-row className={styles.interval} role="group" aria-label={`${of} ${index + 1}`}>
          {([0, 1] as const).map((side) => (
            <TextInput
              key={side}
              type="time"
              size="xs"
              className={styles.time}
              aria-label={t(side === 0 ? "week.from" : "week.to", { day: of })}
              value={shown(interval[side])}
              onChange={(event) => {
                set(index, side, event.currentTarget.value);
              }}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("week.remove", { day: of })}
            onClick={() => {
              onChange(value.filter((_, at) => at !== index));
              rows.removed(index);
            }}
          >
            <IconX size={15} />
          </ActionIcon>
        </span>
      ))}
      <Tooltip label={t("week.add", { day: of })}>
        <ActionIcon
          data-add
          variant="default"
          aria-label={t("week.add", { day: of })}
          onClick={() => {
            onChange([...value, following(value.at(-1))]);
            rows.added();
          }}
        >
          <IconPlus size={15} />
        </ActionIcon>
      </Tooltip>
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
              {name}
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
