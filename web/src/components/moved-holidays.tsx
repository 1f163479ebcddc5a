import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { MovedHoliday } from "@/lib/calendar-file";

import styles from "./special-days.module.css";

interface Props {
  value: readonly MovedHoliday[];
  onChange: (value: MovedHoliday[]) => void;
  /** The date a new line begins with. */
  today: string;
  errorOf: (date: string) => string | undefined;
}

/** Holidays that are kept on another day than their own, each in one year. */
export function MovedHolidays({ value, onChange, today, errorOf }: Props) {
  const { t } = useTranslation("settings");
  const date = (index: number, part: keyof MovedHoliday, day: MovedHoliday) => (
    <TextInput
      size="xs"
      type="date"
      label={t(`moved.${part}`)}
      value={day[part]}
      error={part === "from" ? errorOf(day.from) : undefined}
      onChange={(event) => {
        const moved = { ...day, [part]: event.currentTarget.value };
        onChange(value.map((one, at) => (at === index ? moved : one)));
      }}
    />
  );
  return (
    <div className={styles.list}>
      {value.map((day, index) => (
        <div
          key={index}
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
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        className={styles.add}
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          onChange([...value, { from: today, to: today }]);
        }}
      >
        {t("moved.add")}
      </Button>
    </div>
  );
}
