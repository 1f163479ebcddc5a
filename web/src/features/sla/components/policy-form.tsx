import { MultiSelect, Select, TagsInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import type { PolicyFile, TargetFile } from "@/api/settings-types";
import { PRIORITIES } from "@/api/types";
import { HINT_BELOW } from "@/components/hint-below";
import settingsForm from "@/components/settings-form.module.css";
import { SpanInput } from "@/components/span-input";
import { refusedAt, type Refusals } from "@/lib/field-errors";
import { without } from "@/lib/without";
import { useWords } from "@/lib/words";

import { NameAndId } from "./name-and-id";
import { Conditions, POLICY_CONDITIONS } from "./conditions";
import styles from "./sla.module.css";

interface Props {
  file: PolicyFile;
  onChange: (file: PolicyFile) => void;
  place: string;
  refusals: Refusals;
  calendars: readonly { id: string; name: string }[];
  teams: readonly string[];
}

const CLOCKS = ["first_response", "next_response", "time_to_own", "periodic_update", "resolution"] as const;
const PAUSING = ["pending", "on_hold"];
const ANY = "*";

const numbers = (texts: readonly string[]): number[] => texts.map(Number).filter((one) => !Number.isNaN(one));

export function PolicyForm({ file, onChange, place, refusals, calendars, teams }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const set = (part: Partial<PolicyFile>) => {
    onChange({ ...file, ...part });
  };
  const warnings = file.warnings ?? {};
  const warning = (name: "percent" | "minutes_before") => (
    <TagsInput
      label={t(`policy.${name}`)}
      inputWrapperOrder={HINT_BELOW}
      description={t("policy.warningsHint")}
      value={(warnings[name] ?? []).map(String)}
      error={refusedAt(refusals, `${place}.warnings.${name}`)}
      onChange={(texts) => {
        set({ warnings: { ...warnings, [name]: numbers(texts) } });
      }}
    />
  );
  return (
    <>
      <NameAndId file={file} onChange={set} place={place} refusals={refusals} />
      <Conditions
        value={file.conditions}
        keys={POLICY_CONDITIONS}
        teams={teams}
        place={`${place}.conditions`}
        refusals={refusals}
        onChange={(conditions) => {
          set({ conditions });
        }}
      />
      <div className={settingsForm.row}>
        <Select
          clearable
          label={t("policy.calendar")}
          data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          value={file.calendar ?? null}
          error={refusedAt(refusals, `${place}.calendar`)}
          onChange={(calendar) => {
            set({ calendar: calendar ?? undefined });
          }}
        />
        <MultiSelect
          label={t("policy.pause")}
          data={[...new Set([...PAUSING, ...(file.pause ?? [])])].map((state) => ({
            value: state,
            label: words.state(state),
          }))}
          value={file.pause ?? []}
          error={refusedAt(refusals, `${place}.pause`)}
          onChange={(pause) => {
            set({ pause });
          }}
        />
        {warning("percent")}
        {warning("minutes_before")}
      </div>
      <h3>{t("policy.targets")}</h3>
      <p className={settingsForm.hint}>{t("policy.targetsHint")}</p>
      <div className={styles.clocks}>
        {CLOCKS.map((clock) => (
          <ClockTargets
            key={clock}
            name={words.clock(clock)}
            value={file.targets?.[clock] ?? {}}
            place={`${place}.targets.${clock}`}
            refusals={refusals}
            onChange={(targets) => {
              const others = without(file.targets ?? {}, clock);
              set({ targets: Object.keys(targets).length === 0 ? others : { ...others, [clock]: targets } });
            }}
          />
        ))}
      </div>
    </>
  );
}

interface ClockProps {
  name: string;
  value: Record<string, TargetFile>;
  place: string;
  refusals: Refusals;
  onChange: (value: Record<string, TargetFile>) => void;
}

/** One promise for each priority; a field left empty promises nothing. */
function ClockTargets({ name, value, place, refusals, onChange }: ClockProps) {
  const { t } = useTranslation("settings");
  const words = useWords();
  // A field that is emptied to be written anew keeps how it counts.
  const emptied = useRef<Record<string, TargetFile | undefined>>({});
  return (
    <fieldset className={styles.clock}>
      <legend>{name}</legend>
      {[...PRIORITIES, ANY].map((priority) => {
        const target = value[priority];
        const label = priority === ANY ? t("policy.any") : `${priority} ${words.priority(priority)}`;
        return (
          <div key={priority} className={styles.target}>
            <span>{priority === ANY ? t("policy.any") : priority}</span>
            <SpanInput
              hidden
              label={`${name}, ${label}`}
              placeholder="4 h"
              value={target?.seconds}
              error={refusedAt(refusals, `${place}.${priority}`)}
              onChange={(seconds) => {
                const others = without(value, priority);
                if (seconds === undefined) emptied.current[priority] = target;
                const before = target ?? emptied.current[priority];
                onChange(seconds === undefined ? others : { ...value, [priority]: { ...before, seconds } });
              }}
            />
            {target !== undefined && (
              <Select
                size="sm"
                aria-label={t("policy.counts", { what: `${name}, ${label}` })}
                allowDeselect={false}
                data={[
                  { value: "business", label: t("policy.business") },
                  { value: "plain", label: t("policy.plain") },
                ]}
                value={target.business === false ? "plain" : "business"}
                onChange={(counts) => {
                  const next = { ...target, business: counts === "plain" ? false : undefined };
                  onChange({ ...value, [priority]: next });
                }}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
