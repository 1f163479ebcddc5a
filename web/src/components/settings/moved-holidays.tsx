import { useTranslation } from "react-i18next";

import { WhenField } from "@/components/when/when-field";
import type { MovedHoliday } from "@/lib/calendar-file";
import type { Refused } from "@/lib/field-errors";

import { RemoveRow, RowList } from "./row-list";
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
  return (
    <RowList
      className={styles.list}
      rowClass={styles.moved}
      rows={value}
      nameOf={({ from }) => t("moved.one", { date: from })}
      add={{ label: t("moved.add"), create: () => ({ from: today, to: today }) }}
      onChange={onChange}
    >
      {(day, { set, remove }) => (
        <>
          {(["from", "to"] as const).map((part) => (
            <WhenField
              key={part}
              kind="day"
              size="xs"
              label={t(`moved.${part}`)}
              value={day[part]}
              {...(part === "from" ? refusedOf(day.from) : {})}
              onChange={(chosen) => {
                set({ ...day, [part]: chosen });
              }}
            />
          ))}
          <RemoveRow size="md" label={t("special.remove", { name: day.from })} onClick={remove} />
        </>
      )}
    </RowList>
  );
}
