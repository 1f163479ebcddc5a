import { Checkbox, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ActionFile, StepFile } from "@/api/settings-types";
import { RemoveRow, RowList } from "@/components/settings/row-list";
import { SpanInput } from "@/components/settings/span-input";
import { refused, refusedAt, type Refusals } from "@/lib/field-errors";

import styles from "./sla.module.css";

const KINDS = ["notify", "raise_priority", "move_level", "reassign", "webhook"] as const;
type Kind = (typeof KINDS)[number];

const FIRST_VALUE: Record<Kind, string | boolean> = {
  notify: "on_call",
  raise_priority: true,
  move_level: "next",
  reassign: "",
  webhook: "https://",
};

const named = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });

interface StepProps {
  number: number;
  step: StepFile;
  place: string;
  refusals: Refusals;
  calendars: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  onChange: (step: StepFile) => void;
  onRemove: () => void;
}

/** What is done so long after the step before. */
export function Step({ number, step, place, refusals, calendars, teams, onChange, onRemove }: StepProps) {
  const { t } = useTranslation("settings");
  return (
    <div
      data-row
      data-place={place}
      className={styles.step}
      role="group"
      aria-label={t("ladder.stepOf", { number })}
    >
      <div className={styles.action}>
        <SpanInput
          label={t("ladder.after", { number })}
          placeholder="0 min"
          value={step.after_seconds}
          {...refused(refusals, `${place}.after_seconds`)}
          onChange={(after_seconds) => {
            onChange({ ...step, after_seconds });
          }}
        />
        <Select
          size="sm"
          clearable
          label={t("ladder.calendar")}
          placeholder={t("policy.plain")}
          data={calendars.map(named)}
          value={step.calendar ?? null}
          {...refused(refusals, `${place}.calendar`)}
          onChange={(calendar) => {
            onChange({ ...step, calendar: calendar ?? undefined });
          }}
        />
        <RemoveRow label={t("ladder.removeStep", { number })} onClick={onRemove} />
      </div>
      <RowList<ActionFile>
        className={styles.actions}
        rowClass={styles.action}
        rows={step.actions}
        add={{ label: t("ladder.addAction"), look: "subtle", create: () => ({ notify: "assignee" }) }}
        onChange={(actions) => {
          onChange({ ...step, actions });
        }}
      >
        {(action, { index, set, remove }) => {
          const kind = (Object.keys(action)[0] ?? "notify") as Kind;
          return (
            <>
              <Select
                size="sm"
                aria-label={t("ladder.action", { number: index + 1 })}
                allowDeselect={false}
                data={KINDS.map((one) => ({ value: one, label: t(`action.${one}`) }))}
                value={kind}
                onChange={(next) => {
                  const wanted = next ?? kind;
                  set({ [wanted]: FIRST_VALUE[wanted] });
                }}
              />
              <ActionValue
                kind={kind}
                value={action[kind] ?? ""}
                teams={teams}
                {...refused(refusals, `${place}.actions[${index}]`)}
                onChange={(value) => {
                  set({ [kind]: value });
                }}
              />
              <RemoveRow label={t("ladder.removeAction", { number: index + 1 })} onClick={remove} />
            </>
          );
        }}
      </RowList>
      {step.actions.length === 0 && <p>{refusedAt(refusals, `${place}.actions`)}</p>}
    </div>
  );
}

interface ValueProps {
  kind: Kind;
  value: string | boolean;
  teams: readonly { id: string; name: string }[];
  error: string | undefined;
  onChange: (value: string | boolean) => void;
}

function ActionValue({ kind, value, teams, error, onChange }: ValueProps) {
  const { t } = useTranslation("settings");
  if (kind === "raise_priority") return <Checkbox checked readOnly label={t("action.raise_priority")} />;
  const text = String(value);
  if (kind === "webhook") {
    return (
      <TextInput
        size="sm"
        type="url"
        aria-label={t("action.webhook")}
        value={text}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  const data =
    kind === "move_level"
      ? [{ value: "next", label: t("action.next") }, "L2", "L3"]
      : kind === "reassign"
        ? teams.map(named)
        : [
            { value: "assignee", label: t("action.assignee") },
            { value: "on_call", label: t("action.on_call") },
            ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: name })),
            ...(text.startsWith("person:") ? [text] : []),
          ];
  return (
    <Select
      size="sm"
      aria-label={t(`action.${kind}`)}
      allowDeselect={false}
      data={data}
      value={text}
      error={error}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
    />
  );
}
