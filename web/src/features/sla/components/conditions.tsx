import { ActionIcon, Button, Select, TagsInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { ConditionsFile } from "@/api/settings-types";
import { CATEGORIES, KINDS, LEVELS, PRIORITIES, SPOKEN_CHANNELS } from "@/api/types";
import settingsForm from "@/components/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";
import { useRows } from "@/lib/rows";

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
  const [rowsRef, rows] = useRows();
  const entries = Object.entries(value);
  const set = (next: [string, string | string[]][]) => {
    onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  };
  const free = keys.filter((key) => !(key in value));
  return (
    <div ref={rowsRef} className={settingsForm.list}>
      <h3>{t("conditions.title")}</h3>
      <p className={settingsForm.hint}>{t(entries.length === 0 ? "conditions.none" : "conditions.hint")}</p>
      {entries.map(([key, wanted], index) => (
        <div
          key={index}
          data-row
          className={styles.condition}
          role="group"
          aria-label={t(`conditions.${key as Key}`)}
        >
          <Select
            size="sm"
            aria-label={t("conditions.about")}
            allowDeselect={false}
            data={[key as Key, ...free].map((one) => ({ value: one, label: t(`conditions.${one}`) }))}
            value={key}
            onChange={(next) => {
              set(entries.map((entry, at) => (at === index ? [next ?? key, entry[1]] : entry)));
            }}
          />
          <TagsInput
            size="sm"
            aria-label={t("conditions.values", { about: t(`conditions.${key as Key}`) })}
            data={[...(key === "team" ? teams : (KNOWN[key as Key] ?? []))]}
            value={typeof wanted === "string" ? [wanted] : wanted}
            {...refused(refusals, `${place}.${key}`)}
            onChange={(values) => {
              set(entries.map((entry, at) => (at === index ? [key, values] : entry)));
            }}
          />
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t("conditions.remove", { about: t(`conditions.${key as Key}`) })}
            onClick={() => {
              set(entries.filter((_, at) => at !== index));
              rows.removed(index);
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {free[0] !== undefined && (
        <Button
          data-add
          size="xs"
          variant="default"
          className={settingsForm.start}
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            set([...entries, [free[0] ?? "tag", []]]);
            rows.added();
          }}
        >
          {t("conditions.add")}
        </Button>
      )}
    </div>
  );
}
