import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";

import styles from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";
import { useTicketFields } from "@/lib/ticket-fields";

import type { MeaningValue } from "../topic-values";
import own from "./topics-form.module.css";

const FIELDS = ["kind", "category", "impact", "urgency"] as const;

interface Props {
  /** The answer. */
  name: string;
  value: MeaningValue;
  place: string;
  refusals: Refusals;
  onChange: (value: MeaningValue) => void;
}

/** What a ticket becomes by an answer, folded to what is set. */
export function Meaning({ name, value, place, refusals, onChange }: Props) {
  const { t } = useTranslation("settings");
  const { options, label, say } = useTicketFields();
  const said = FIELDS.flatMap((field) => {
    const one = value[field];
    return one ? [`${label(field)}: ${say(field, one)}`] : [];
  });
  return (
    <details className={own.means}>
      <summary>
        {said.length === 0
          ? t("topic.meansNothing", { name })
          : t("topic.means", { name, meaning: said.join(", ") })}
      </summary>
      <div className={styles.row}>
        {FIELDS.map((field) => (
          <Select
            key={field}
            clearable
            label={label(field)}
            placeholder={t("topic.open")}
            data={options(field, [value[field] ?? null])}
            value={value[field] ?? null}
            {...refused(refusals, `${place}.${field}`)}
            onChange={(chosen) => {
              onChange({ ...value, [field]: chosen });
            }}
          />
        ))}
      </div>
    </details>
  );
}
