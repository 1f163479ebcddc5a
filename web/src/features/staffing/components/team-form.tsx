import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { STRATEGIES } from "@/api/settings-types";
import { LEVELS, type Team } from "@/api/types";
import { HINT_BELOW } from "@/components/hint-below";
import { SettingsForm } from "@/components/settings-form";
import styles from "@/components/settings-form.module.css";
import type { Edit } from "@/lib/edit";
import { refusalsOf, refused } from "@/lib/field-errors";
import { useWords } from "@/lib/words";

import type { MemberValue, TeamValues } from "../team-values";
import { TeamMembers } from "./team-members";

export interface CalendarName {
  id: string;
  name: string;
}

interface Props {
  edit: Edit<TeamValues>;
  /** The team itself is not its own next office. */
  id: string;
  teams: readonly Team[];
  calendars: readonly CalendarName[];
  colleagues: readonly MemberValue[];
  busy: boolean;
  error: unknown;
  onSave: () => void;
}

const NONE = "";

export function TeamForm({ edit, id, teams, calendars, colleagues, busy, error, onSave }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const { value, change } = edit;
  const refusals = refusalsOf(error);
  const choice = (
    name: "calendar" | "next_office" | "strategy" | "level",
    data: { value: string; label: string }[],
    hint?: string,
  ) => (
    <Select
      label={t(`team.${name}`)}
      inputWrapperOrder={HINT_BELOW}
      description={hint}
      allowDeselect={false}
      data={data}
      value={value[name]}
      {...refused(refusals, name)}
      onChange={(wanted) => {
        if (wanted !== null) change({ [name]: wanted });
      }}
    />
  );
  const amount = (name: "alert_minutes" | "owner_hours", place: string, hint: string) => (
    <NumberInput
      label={t(`team.${name}`)}
      inputWrapperOrder={HINT_BELOW}
      description={hint}
      min={0}
      step={name === "alert_minutes" ? 5 : 1}
      value={value[name]}
      {...refused(refusals, place)}
      onChange={(wanted) => {
        change({ [name]: wanted === "" ? "" : Number(wanted) });
      }}
    />
  );
  return (
    <SettingsForm
      edit={edit}
      busy={busy}
      error={error}
      refusals={refusals}
      partName={(key) => t(`team.${key as "name"}`)}
      onSave={onSave}
    >
      <section className={styles.card} aria-label={t("team.about")}>
        <h2>{t("team.about")}</h2>
        <div className={styles.row}>
          <TextInput
            label={t("team.name")}
            required
            maxLength={250}
            value={value.name}
            {...refused(refusals, "name")}
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
          {choice(
            "level",
            LEVELS.map((level) => ({ value: level, label: `${level} ${words.level(level)}` })),
          )}
          <TextInput
            label={t("team.office")}
            maxLength={250}
            value={value.office}
            {...refused(refusals, "office")}
            onChange={(event) => {
              change({ office: event.currentTarget.value });
            }}
          />
        </div>
        <Textarea
          label={t("team.topic")}
          autosize
          minRows={1}
          maxLength={250}
          value={value.topic}
          {...refused(refusals, "topic")}
          onChange={(event) => {
            change({ topic: event.currentTarget.value });
          }}
        />
      </section>
      <section className={styles.card} aria-label={t("team.work")}>
        <h2>{t("team.work")}</h2>
        <div className={styles.row}>
          {choice(
            "strategy",
            STRATEGIES.map((one) => ({ value: one, label: t(`strategy.${one}`) })),
            t(`strategyHint.${value.strategy}`),
          )}
          {choice(
            "calendar",
            [
              { value: NONE, label: t("team.noCalendar") },
              ...calendars.map((one) => ({ value: one.id, label: one.name })),
            ],
            t("team.calendarHint"),
          )}
          {choice(
            "next_office",
            [
              { value: NONE, label: t("team.noOffice") },
              ...teams
                .filter((team) => team.id !== id)
                .map((team) => ({ value: team.id, label: `${team.level} · ${team.name}` })),
            ],
            t("team.officeHint"),
          )}
          {amount("alert_minutes", "alert_seconds", t("team.alertHint"))}
          {amount("owner_hours", "owner_seconds", t("team.ownerHint"))}
        </div>
      </section>
      <TeamMembers
        members={value.members}
        colleagues={colleagues}
        refused={refused(refusals, "members")}
        onChange={(members) => {
          change({ members });
        }}
      />
    </SettingsForm>
  );
}
