import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Person, PlannedAvailability } from "@/api/settings-types";
import { SPOKEN_CHANNELS, type Channel } from "@/api/types";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { SpecialDays } from "@/components/settings/special-days";
import { WeekHours } from "@/components/settings/week-hours";
import { ZoneSelect } from "@/components/settings/zone-select";
import { refused } from "@/lib/field-errors";
import { localDay } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";
import { useWords } from "@/lib/words";

import { usePlanAvailability } from "../api/plan-availability";
import { personPlan, personValues, type PartProps } from "../person-values";
import type { MemberValue } from "../team-values";
import { Abilities } from "./abilities";
import { Absences } from "./absences";

interface Props {
  person: Person;
  found: PlannedAvailability;
  /** Who can stand in. */
  colleagues: readonly MemberValue[];
}

const CHANNELS: readonly Channel[] = ["web", ...SPOKEN_CHANNELS];

export function AvailabilityForm({ person, found, colleagues }: Props) {
  const { t } = useTranslation("settings");
  const nameOf = (id: string) => [person, ...colleagues].find((one) => one.id === id)?.name ?? id;
  const form = useSettingsForm({
    found,
    valuesOf: (plan: PlannedAvailability) => personValues(plan, person.timezone),
    planOf: personPlan,
    saving: usePlanAvailability(person.id),
    named: ({ chain, ...values }) =>
      chain === undefined
        ? values
        : { ...values, chain: String(chain).split(" -> ").map(nameOf).join(" → ") },
  });
  const { value, change, refusals } = form;
  return (
    <SettingsForm form={form} partName={(key) => t(`person.${key as "capacity"}`)}>
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

function Shift({ value, change, refusals }: PartProps) {
  const { t } = useTranslation("settings");
  const { shift } = value;
  return (
    <section className={styles.card} aria-label={t("person.shift")} data-place="shift">
      <h2>{t("person.shift")}</h2>
      {settingsFields({ value, change, refusals }, (name) => t(`person.${name as "anytime"}`)).flag(
        "anytime",
      )}
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
  const fields = settingsFields({ value, change, refusals }, (name) => t(`person.${name as "weight"}`));
  return (
    <section className={styles.card} aria-label={t("person.howMuch")}>
      <h2>{t("person.howMuch")}</h2>
      <div className={styles.row}>
        {fields.amount("capacity", { most: 500, hint: t("personHint.capacity") })}
        {fields.amount("weight", { most: 100, hint: t("personHint.weight") })}
        {fields.amount("idle_minutes", { place: "idle_seconds", hint: t("personHint.idle_minutes") })}
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
      {fields.flag("external", t("personHint.external"))}
    </section>
  );
}
