import { NumberInput, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { SPOKEN_CHANNELS, type Channel } from "@/api/types";
import { HINT_BELOW } from "@/components/hint-below";
import { SettingsForm } from "@/components/settings-form";
import styles from "@/components/settings-form.module.css";
import { SpecialDays } from "@/components/special-days";
import { WeekHours } from "@/components/week-hours";
import { ZoneSelect } from "@/components/zone-select";
import type { Edit } from "@/lib/edit";
import { refusalsOf, refused, type Refusals } from "@/lib/field-errors";
import { localDay } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";
import { useWords } from "@/lib/words";

import type { PersonValues } from "../person-values";
import type { MemberValue } from "../team-values";
import { Abilities } from "./abilities";
import { Absences } from "./absences";

interface Props {
  edit: Edit<PersonValues>;
  /** Who can stand in. */
  colleagues: readonly MemberValue[];
  nameOf: (id: string) => string;
  busy: boolean;
  error: unknown;
  onSave: () => void;
}

const CHANNELS: readonly Channel[] = ["web", ...SPOKEN_CHANNELS];

export function AvailabilityForm({ edit, colleagues, nameOf, busy, error, onSave }: Props) {
  const { t } = useTranslation("settings");
  const { value, change } = edit;
  const refusals = refusalsOf(error, ({ chain, ...values }) =>
    chain === undefined ? values : { ...values, chain: String(chain).split(" -> ").map(nameOf).join(" → ") },
  );
  return (
    <SettingsForm
      edit={edit}
      busy={busy}
      error={error}
      refusals={refusals}
      partName={(key) => t(`person.${key as "capacity"}`)}
      onSave={onSave}
    >
      <Absences
        value={value.absences}
        colleagues={colleagues}
        refusals={refusals}
        onChange={(absences) => {
          change({ absences });
        }}
      />
      <Shift value={value} change={change} refusals={refusals} />
      <Abilities value={value} change={change} refusals={refusals} />
      <Amounts value={value} change={change} refusals={refusals} />
    </SettingsForm>
  );
}

export interface PartProps {
  value: PersonValues;
  change: (part: Partial<PersonValues>) => void;
  refusals: Refusals;
}

function Shift({ value, change, refusals }: PartProps) {
  const { t } = useTranslation("settings");
  const { shift } = value;
  return (
    <section className={styles.card} aria-label={t("person.shift")}>
      <h2>{t("person.shift")}</h2>
      <Switch
        label={t("person.anytime")}
        checked={value.anytime}
        onChange={(event) => {
          change({ anytime: event.currentTarget.checked });
        }}
      />
      {!value.anytime && (
        <>
          <div className={styles.row}>
            <ZoneSelect
              label={t("zone")}
              value={shift.timezone}
              {...refused(refusals, "shift.timezone")}
              onChange={(timezone) => {
                change({ shift: { ...shift, timezone } });
              }}
            />
          </div>
          <WeekHours
            value={shift.week}
            refusedOf={(day) => refused(refusals, `shift.week.${day}`)}
            onChange={(week) => {
              change({ shift: { ...shift, always: false, week } });
            }}
          />
          <h3>{t("person.exceptions")}</h3>
          <p className={styles.hint}>{t("person.exceptionsHint")}</p>
          <SpecialDays
            value={shift.special}
            today={localDay(new Date(productNow()))}
            refusedOf={(date) => refused(refusals, `shift.half_days.${date}`)}
            onChange={(special) => {
              change({ shift: { ...shift, special } });
            }}
          />
        </>
      )}
    </section>
  );
}

function Amounts({ value, change, refusals }: PartProps) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const amount = (name: "capacity" | "weight" | "idle_minutes", place: string, max?: number) => (
    <NumberInput
      label={t(`person.${name}`)}
      inputWrapperOrder={HINT_BELOW}
      description={t(`personHint.${name}`)}
      min={0}
      max={max}
      clampBehavior="none"
      value={value[name]}
      {...refused(refusals, place)}
      onChange={(wanted) => {
        change({ [name]: wanted === "" ? "" : Number(wanted) });
      }}
    />
  );
  return (
    <section className={styles.card} aria-label={t("person.howMuch")}>
      <h2>{t("person.howMuch")}</h2>
      <div className={styles.row}>
        {amount("capacity", "capacity", 500)}
        {amount("weight", "weight", 100)}
        {amount("idle_minutes", "idle_seconds")}
      </div>
      <h3>{t("person.channels")}</h3>
      <p className={styles.hint}>{t("personHint.channels")}</p>
      <div className={styles.row}>
        {CHANNELS.map((channel) => (
          <NumberInput
            key={channel}
            size="sm"
            label={words.channel(channel)}
            min={0}
            clampBehavior="none"
            value={value.channels[channel] ?? ""}
            {...refused(refusals, `channels.${channel}`)}
            onChange={(most) => {
              change({ channels: { ...value.channels, [channel]: most === "" ? "" : Number(most) } });
            }}
          />
        ))}
      </div>
      <Switch
        label={t("person.external")}
        description={t("personHint.external")}
        checked={value.external}
        onChange={(event) => {
          change({ external: event.currentTarget.checked });
        }}
      />
    </section>
  );
}
