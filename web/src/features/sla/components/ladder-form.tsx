import { Checkbox, MultiSelect, Select, Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ActionFile, LadderFile, StepFile } from "@/api/settings-types";
import { PRIORITIES } from "@/api/types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { RemoveRow, RowList } from "@/components/settings/row-list";
import settingsForm from "@/components/settings/settings-form.module.css";
import { SpanInput } from "@/components/settings/span-input";
import { refused, refusedAt, type Refusals } from "@/lib/field-errors";
import { useWords } from "@/lib/words";

import { ForTickets, LADDER_CONDITIONS } from "./for-tickets";
import { NameAndId } from "./name-and-id";
import styles from "./sla.module.css";

interface Props {
  file: LadderFile;
  onChange: (file: LadderFile) => void;
  place: string;
  refusals: Refusals;
  calendars: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  others: readonly { id: string; name: string }[];
}

const CLOCKS = ["*", "first_response", "next_response", "time_to_own", "periodic_update", "resolution"];
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

export function LadderForm({ file, onChange, place, refusals, calendars, teams, others }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const set = (part: Partial<LadderFile>) => {
    onChange({ ...file, ...part });
  };
  const { when } = file;
  const byClock = when.created === undefined;
  return (
    <>
      <NameAndId file={file} onChange={set} place={place} refusals={refusals} />
      <div className={settingsForm.row}>
        <Select
          label={t("ladder.when")}
          allowDeselect={false}
          data={[
            { value: "clock", label: t("ladder.byClock") },
            { value: "created", label: t("ladder.byCreation") },
          ]}
          value={byClock ? "clock" : "created"}
          {...refused(refusals, `${place}.when`)}
          onChange={(kind) => {
            set({ when: kind === "created" ? { created: ["P1"] } : { clock: "*", step: "breach" } });
          }}
        />
        {byClock ? (
          <>
            <Select
              label={t("ladder.clock")}
              allowDeselect={false}
              data={[...new Set([...CLOCKS, when.clock ?? "*"])].map((clock) => ({
                value: clock,
                label: clock === "*" ? t("ladder.anyClock") : words.clock(clock),
              }))}
              value={when.clock ?? "*"}
              onChange={(clock) => {
                set({ when: { ...when, clock: clock ?? "*" } });
              }}
            />
            <TextInput
              label={t("ladder.step")}
              inputWrapperOrder={HINT_BELOW}
              description={t("ladder.stepHint")}
              value={when.step ?? "breach"}
              onChange={(event) => {
                set({ when: { ...when, step: event.currentTarget.value } });
              }}
            />
          </>
        ) : (
          <MultiSelect
            label={t("ladder.priorities")}
            data={[...PRIORITIES]}
            value={when.created ?? []}
            onChange={(created) => {
              set({ when: { created } });
            }}
          />
        )}
      </div>
      <ForTickets
        value={file.conditions}
        asked={LADDER_CONDITIONS}
        place={`${place}.conditions`}
        refusals={refusals}
        onChange={(conditions) => {
          set({ conditions });
        }}
      />
      <h3>{t("ladder.steps")}</h3>
      <RowList<StepFile>
        className={settingsForm.fields}
        rows={file.steps}
        add={{
          label: t("ladder.addStep"),
          create: () => ({ after_seconds: 1_800, actions: [{ notify: "on_call" }] }),
        }}
        onChange={(steps) => {
          set({ steps });
        }}
      >
        {(step, { index, set: setStep, remove }) => (
          <Step
            number={index + 1}
            step={step}
            place={`${place}.steps[${index}]`}
            refusals={refusals}
            calendars={calendars}
            teams={teams}
            onChange={setStep}
            onRemove={remove}
          />
        )}
      </RowList>
      <Switch
        label={t("ladder.repeat")}
        checked={file.repeat ?? false}
        onChange={(event) => {
          set({ repeat: event.currentTarget.checked });
        }}
      />
      <Select
        clearable
        label={t("ladder.then")}
        data={others.map(named)}
        value={file.then ?? null}
        {...refused(refusals, `${place}.then`)}
        onChange={(then) => {
          set({ then: then ?? undefined });
        }}
      />
    </>
  );
}

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

function Step({ number, step, place, refusals, calendars, teams, onChange, onRemove }: StepProps) {
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
