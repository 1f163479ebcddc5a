import { useId } from "react";
import { useTranslation } from "react-i18next";

import { joined, monthName, MONTHS, partOrder, partsOf, type Part } from "@/lib/day-parts";

import { GroupField } from "./field";
import styles from "./field.module.css";

interface Props {
  label: string;
  /** How refusals call it. */
  name: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: string | undefined;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** A day, in the words and the order of the page's language: a browser's own field speaks the browser's. */
export function DayField({ label, name, hint, error, optional, required, value, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const parts = partsOf(value);
  const control = (part: Part) => {
    const common = {
      id: `${id}-${part}`,
      "aria-invalid": error ? true : undefined,
      required,
      className: `${styles.control} ${part === "month" ? styles.select : ""}`,
      value: parts[part],
      onChange: (event: { target: { value: string } }) => {
        onChange(joined({ ...parts, [part]: event.target.value }));
      },
    };
    if (part !== "month")
      return <input {...common} inputMode="numeric" autoComplete="off" maxLength={part === "year" ? 4 : 2} />;
    return (
      <select {...common}>
        <option value="" />
        {MONTHS.map((month) => (
          <option key={month} value={String(month)}>
            {monthName(month, i18n.language)}
          </option>
        ))}
      </select>
    );
  };
  return (
    <GroupField {...{ label, name, hint, error, optional }}>
      <div className={styles.day}>
        {partOrder(i18n.language).map((part) => (
          <div key={part} className={`${styles.part} ${styles[part] ?? ""}`}>
            <label htmlFor={`${id}-${part}`} className={styles.hint}>
              {t(`date.${part}`)}
            </label>
            {control(part)}
          </div>
        ))}
      </div>
    </GroupField>
  );
}
