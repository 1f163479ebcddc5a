import { Checkbox, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { isYearly, type SpecialDay } from "@/lib/calendar-file";
import type { Refused } from "@/lib/field-errors";

import { RemoveRow, RowList } from "./row-list";
import styles from "./special-days.module.css";
import { DayHours } from "./week-hours";

interface Props {
  value: readonly SpecialDay[];
  onChange: (value: SpecialDay[]) => void;
  /** The date a new line begins with. */
  today: string;
  refusedOf?: (date: string) => Refused;
}

/** Days that differ from their weekday: closed, or with hours of their own; once, or in every year. */
export function SpecialDays({ value, onChange, today, refusedOf }: Props) {
  const { t } = useTranslation("settings");
  const nameOf = ({ name, date }: SpecialDay) => (name === "" ? date : name);
  return (
    <RowList
      className={styles.list}
      rowClass={styles.day}
      rows={value}
      nameOf={nameOf}
      add={{ label: t("special.add"), create: () => ({ date: today, name: "", hours: [] }) }}
      onChange={onChange}
    >
      {(day, { set, remove }) => {
        const yearly = isYearly(day.date);
        const name = nameOf(day);
        return (
          <>
            <TextInput
              size="xs"
              type={yearly ? "text" : "date"}
              label={t("special.date")}
              placeholder={yearly ? "12-24" : undefined}
              value={day.date}
              {...refusedOf?.(day.date)}
              onChange={(event) => {
                set({ ...day, date: event.currentTarget.value });
              }}
            />
            <TextInput
              size="xs"
              label={t("special.name")}
              value={day.name}
              onChange={(event) => {
                set({ ...day, name: event.currentTarget.value });
              }}
            />
            <Checkbox
              size="xs"
              className={styles.yearly}
              label={t("special.yearly")}
              checked={yearly}
              onChange={(event) => {
                const date = event.currentTarget.checked
                  ? day.date.slice(-5)
                  : `${today.slice(0, 4)}-${day.date.slice(-5)}`;
                set({ ...day, date });
              }}
            />
            <RemoveRow
              size="md"
              className={styles.remove}
              label={t("special.remove", { name })}
              onClick={remove}
            />
            <div className={styles.hours}>
              <DayHours
                of={name}
                value={day.hours}
                onChange={(hours) => {
                  set({ ...day, hours });
                }}
              />
            </div>
          </>
        );
      }}
    </RowList>
  );
}
