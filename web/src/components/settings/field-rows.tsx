import { MultiSelect, Select, TagsInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Refused } from "@/lib/field-errors";
import type { Option } from "@/lib/ticket-fields";

import styles from "./field-rows.module.css";
import { RemoveRow, RowList } from "./row-list";

/** What one row can be about. */
export interface RowField {
  key: string;
  label: string;
  /** The word between a field and its values. */
  relation?: string;
  /** The values it can have; without them any are typed. */
  options?: readonly Option[];
  /** It has one value. */
  one?: boolean;
  hint?: string;
  /** What else belongs to it. */
  below?: ReactNode;
}

/** So many are offered at once; what is typed finds the others. */
const MOST_OFFERED = 100;

export type Rows = Record<string, string[]>;

interface Props {
  fields: readonly RowField[];
  /** Those that are set; a row that was added a moment ago has no values yet. */
  value: Readonly<Record<string, readonly string[]>>;
  addLabel: string;
  refusedOf: (key: string) => Refused;
  onChange: (value: Rows) => void;
}

/** Fields and their values, a row each: only those that are set are shown, others are added. */
export function FieldRows({ fields, value, addLabel, refusedOf, onChange }: Props) {
  const { t } = useTranslation("settings");
  const [order, setOrder] = useState<readonly string[]>(() => Object.keys(value));
  const shown = [...new Set([...order, ...Object.keys(value)])];
  const [next, ...others] = fields.filter(({ key }) => !shown.includes(key));
  const free = next === undefined ? [] : [next, ...others];
  const fieldOf = (key: string): RowField => fields.find((one) => one.key === key) ?? { key, label: key };
  return (
    <RowList<[string, readonly string[]]>
      className={styles.rows}
      rowClass={styles.row}
      rows={shown.map((key) => [key, value[key] ?? []])}
      keyOf={([key]) => key}
      nameOf={([key]) => fieldOf(key).label}
      add={next && { label: addLabel, create: () => [next.key, []] }}
      onChange={(rows) => {
        setOrder(rows.map(([key]) => key));
        onChange(Object.fromEntries(rows.map(([key, values]) => [key, [...values]])));
      }}
    >
      {([key, values], { set, remove }) => {
        const field = fieldOf(key);
        return (
          <>
            <Select
              size="sm"
              aria-label={t("rows.about")}
              allowDeselect={false}
              data={[field, ...free].map((one) => ({ value: one.key, label: one.label }))}
              value={key}
              onChange={(about) => {
                if (about !== null && about !== key) set([about, []]);
              }}
            />
            <span className={styles.relation}>{field.relation}</span>
            <div className={styles.values}>
              <Values
                field={field}
                value={values}
                refused={refusedOf(key)}
                onChange={(wanted) => {
                  set([key, wanted]);
                }}
              />
            </div>
            <RemoveRow
              size="md"
              className={styles.remove}
              label={t("rows.remove", { about: field.label })}
              onClick={remove}
            />
            {field.below !== undefined && <div className={styles.below}>{field.below}</div>}
          </>
        );
      }}
    </RowList>
  );
}

interface ValuesProps {
  field: RowField;
  value: readonly string[];
  refused: Refused;
  onChange: (value: string[]) => void;
}

function Values({ field, value, refused, onChange }: ValuesProps) {
  const { t } = useTranslation("settings");
  const shared = {
    size: "sm",
    "aria-label": t("rows.values", { about: field.label }),
    ...refused,
  } as const;
  if (field.options === undefined) {
    return (
      <TagsInput
        {...shared}
        placeholder={value.length === 0 ? (field.hint ?? t("rows.typed")) : undefined}
        value={[...value]}
        onChange={onChange}
      />
    );
  }
  const data = [...field.options];
  if (field.one === true) {
    return (
      <Select
        {...shared}
        searchable={data.length > 8}
        selectFirstOptionOnChange
        allowDeselect={false}
        placeholder={t("rows.choose")}
        data={data}
        value={value[0] ?? null}
        onChange={(wanted) => {
          if (wanted !== null) onChange([wanted]);
        }}
      />
    );
  }
  return (
    <MultiSelect
      {...shared}
      searchable
      hidePickedOptions
      limit={MOST_OFFERED}
      selectFirstOptionOnChange
      placeholder={value.length === 0 ? t("rows.choose") : undefined}
      data={data}
      value={[...value]}
      onChange={onChange}
    />
  );
}
