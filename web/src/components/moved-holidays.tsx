import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { MovedHoliday } from "@/lib/calendar-file";
import type { Refused } from "@/lib/field-errors";
import { useRows } from "@/lib/rows";

import styles from "./special-days.module.css";

interface Props {
  value: readonly MovedHoliday[];
  onChange: (value: MovedHoliday[]) => void;
  /** The date a new line begins with. */
  today: string;
  refusedOf: (date: string) => Refused;
}

/** Holidays that are kept on another day than their own, each in one year. */
export function MovedHolidays({ value, onChange, today, refusedOf }: Props) {
  const { t } = useTranslation("settings");
  const [rowsRef, rows] = useRows();
  const date = (index: number, part: keyof MovedHoliday, day: MovedHoliday) => (
    <TextInput
      size="xs"
      type="date"
      label={t(`moved.${part}`)}
      value={day[part]}
      {...(part === "from" ? refusedOf(day.from) : {})}
      onChange={(event) => {
        const moved = { ...day, [part]: event.currentTarget.value };
        onChange(value.map((one, at) => (at === index ? moved : one)));
      }}
    />
  );
  return (
    <div ref={rowsRef} className={styles.list}>
      {value.map((day, index) => (
        <div
          key={index}
          data-row
          className={styles.moved}
          role="group"
          aria-label={t("moved.one", { date: day.from })}
        >
          {date(index, "from", day)}
          {date(index, "to", day)}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("special.remove", { name: day.from })}
            onClick={() => {
              onChange(value.filter((_, at) => at !== index));
              rows.removed(index);
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        data-add
        size="xs"
        variant="default"
        className={styles.add}
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          onChange([...value, { from: today, to: today }]);
          rows.added();
        }}
      >
        {t("moved.add")}
      </Button>
    </div>
  );
}
