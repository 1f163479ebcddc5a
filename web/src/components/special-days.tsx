import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { isYearly, type SpecialDay } from "@/lib/calendar-file";
import type { Refused } from "@/lib/field-errors";
import { useRows } from "@/lib/rows";

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
  const set = (index: number, part: Partial<SpecialDay>) => {
    onChange(value.map((day, at) => (at === index ? { ...day, ...part } : day)));
  };
  const [rowsRef, rows] = useRows();
  return (
    <div ref={rowsRef} className={styles.list}>
      {value.map((day, index) => {
        const yearly = isYearly(day.date);
        const name = day.name === "" ? day.date : day.name;
        return (
          <div key={index} data-row className={styles.day} role="group" aria-label={name}>
            <TextInput
              size="xs"
              type={yearly ? "text" : "date"}
              label={t("special.date")}
              placeholder={yearly ? "12-24" : undefined}
              value={day.date}
              {...refusedOf?.(day.date)}
              onChange={(event) => {
                set(index, { date: event.currentTarget.value });
              }}
            />
            <TextInput
              size="xs"
              label={t("special.name")}
              value={day.name}
              onChange={(event) => {
                set(index, { name: event.currentTarget.value });
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
                set(index, { date });
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              className={styles.remove}
              aria-label={t("special.remove", { name })}
              onClick={() => {
                onChange(value.filter((_, at) => at !== index));
                rows.removed(index);
              }}
            >
              <IconX size={16} />
            </ActionIcon>
            <div className={styles.hours}>
              <DayHours
                of={name}
                value={day.hours}
                onChange={(hours) => {
                  set(index, { hours });
                }}
              />
            </div>
          </div>
        );
      })}
      <Button
        data-add
        size="xs"
        variant="default"
        className={styles.add}
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          onChange([...value, { date: today, name: "", hours: [] }]);
          rows.added();
        }}
      >
        {t("special.add")}
      </Button>
    </div>
  );
}
