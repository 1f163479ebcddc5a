import { MultiSelect, Select, Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { LadderFile, StepFile } from "@/api/settings-types";
import { PRIORITIES } from "@/api/types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { RowList } from "@/components/settings/row-list";
import settingsForm from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";
import { useWords } from "@/lib/words";

import { ForTickets, LADDER_CONDITIONS } from "./for-tickets";
import { NameAndId, type Siblings } from "./name-and-id";
import { Step } from "./ladder-step";

interface Props {
  siblings: Siblings;
  file: LadderFile;
  onChange: (file: LadderFile) => void;
  place: string;
  refusals: Refusals;
  calendars: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  others: readonly { id: string; name: string }[];
}

const CLOCKS = ["*", "first_response", "next_response", "time_to_own", "periodic_update", "resolution"];
const named = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });

export function LadderForm({ file, siblings, onChange, place, refusals, calendars, teams, others }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const set = (part: Partial<LadderFile>) => {
    onChange({ ...file, ...part });
  };
  const { when } = file;
  const byClock = when.created === undefined;
  return (
    <>
      <NameAndId file={file} siblings={siblings} onChange={set} place={place} refusals={refusals} />
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
