import { MultiSelect, Select, TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { CLOCKS, type PolicyFile } from "@/api/settings-types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import settingsForm from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";
import { without } from "@/lib/without";
import { useWords } from "@/lib/words";

import { Agreements } from "./agreements";
import { ClockTargets } from "./clock-targets";
import { ForTickets, POLICY_CONDITIONS } from "./for-tickets";
import { NameAndId, type Siblings } from "./name-and-id";
import styles from "./sla.module.css";

interface Props {
  siblings: Siblings;
  file: PolicyFile;
  onChange: (file: PolicyFile) => void;
  place: string;
  refusals: Refusals;
  calendars: readonly { id: string; name: string }[];
}

const PAUSING = ["pending", "on_hold"];

const numbers = (texts: readonly string[]): number[] => texts.map(Number).filter((one) => !Number.isNaN(one));

export function PolicyForm({ file, siblings, onChange, place, refusals, calendars }: Props) {
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
      {...refused(refusals, `${place}.warnings.${name}`)}
      onChange={(texts) => {
        set({ warnings: { ...warnings, [name]: numbers(texts) } });
      }}
    />
  );
  return (
    <>
      <NameAndId file={file} siblings={siblings} onChange={set} place={place} refusals={refusals} />
      <ForTickets
        value={file.conditions}
        asked={POLICY_CONDITIONS}
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
          {...refused(refusals, `${place}.calendar`)}
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
          {...refused(refusals, `${place}.pause`)}
          onChange={(pause) => {
            set({ pause });
          }}
        />
        {warning("percent")}
        {warning("minutes_before")}
      </div>
      <h3>{t("policy.targets")}</h3>
      <p className={settingsForm.hint}>{t("policy.targetsHint")}</p>
      <div
        className={styles.clocks}
        role="group"
        aria-label={t("policy.targets")}
        data-place={`${place}.targets`}
      >
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
      {(["ola", "underpinning"] as const).map((agreement) => (
        <Agreements
          key={agreement}
          agreement={agreement}
          value={file.targets?.[agreement] ?? {}}
          place={`${place}.targets.${agreement}`}
          refusals={refusals}
          onChange={(parties) => {
            const others = without(file.targets ?? {}, agreement);
            set({
              targets: Object.keys(parties).length === 0 ? others : { ...others, [agreement]: parties },
            });
          }}
        />
      ))}
    </>
  );
}
