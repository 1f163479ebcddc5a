import { Select, TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ConditionsFile } from "@/api/settings-types";
import { CATEGORIES, KINDS, LEVELS, PRIORITIES, SPOKEN_CHANNELS } from "@/api/types";
import { RemoveRow, RowList } from "@/components/settings/row-list";
import settingsForm from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";

import styles from "./sla.module.css";

export const POLICY_CONDITIONS = [
  "organization",
  "plan",
  "kind",
  "category",
  "team",
  "channel",
  "tag",
] as const;
export const LADDER_CONDITIONS = [
  "organization",
  "kind",
  "category",
  "team",
  "channel",
  "tag",
  "priority",
  "level",
] as const;
type Key = (typeof POLICY_CONDITIONS)[number] | (typeof LADDER_CONDITIONS)[number];

const KNOWN: Partial<Record<Key, readonly string[]>> = {
  kind: KINDS,
  category: CATEGORIES,
  channel: ["web", "portal", "api", ...SPOKEN_CHANNELS],
  priority: PRIORITIES,
  level: LEVELS,
};

interface Props {
  value: ConditionsFile | undefined;
  keys: readonly Key[];
  teams: readonly string[];
  place: string;
  refusals: Refusals;
  onChange: (value: ConditionsFile | undefined) => void;
}

/** What a ticket is asked for, in words; a key that has none is said as it is. */
export function useConditionName(): (key: string) => string {
  const { t } = useTranslation("settings");
  return (key) =>
    (t as (key: string, options: { defaultValue: string }) => string)(`conditions.${key}`, {
      defaultValue: key,
    });
}

/** All must hold, each by any of its values. */
export function Conditions({ value = {}, keys, teams, place, refusals, onChange }: Props) {
  const { t } = useTranslation("settings");
  const entries = Object.entries(value);
  const [next, ...others] = keys.filter((key) => !(key in value));
  const free = next === undefined ? [] : [next, ...others];
  const word = (key: string) => t(`conditions.${key as Key}`);
  return (
    <div className={settingsForm.list}>
      <h3>{t("conditions.title")}</h3>
      <p className={settingsForm.hint}>{t(entries.length === 0 ? "conditions.none" : "conditions.hint")}</p>
      <RowList<[string, string | string[]]>
        className={settingsForm.list}
        rowClass={styles.condition}
        rows={entries}
        nameOf={([key]) => word(key)}
        add={next && { label: t("conditions.add"), create: () => [next, []] }}
        onChange={(rows) => {
          onChange(rows.length === 0 ? undefined : Object.fromEntries(rows));
        }}
      >
        {([key, wanted], { set, remove }) => (
          <>
            <Select
              size="sm"
              aria-label={t("conditions.about")}
              allowDeselect={false}
              data={[key, ...free].map((one) => ({ value: one, label: word(one) }))}
              value={key}
              onChange={(about) => {
                set([about ?? key, wanted]);
              }}
            />
            <TagsInput
              size="sm"
              aria-label={t("conditions.values", { about: word(key) })}
              data={[...(key === "team" ? teams : (KNOWN[key as Key] ?? []))]}
              value={typeof wanted === "string" ? [wanted] : wanted}
              {...refused(refusals, `${place}.${key}`)}
              onChange={(values) => {
                set([key, values]);
              }}
            />
            <RemoveRow label={t("conditions.remove", { about: word(key) })} onClick={remove} />
          </>
        )}
      </RowList>
    </div>
  );
}
