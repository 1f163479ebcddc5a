import { useTranslation } from "react-i18next";

import { STRATEGIES, type Roster } from "@/api/settings-types";
import type { Team } from "@/api/types";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { choosable } from "@/lib/desk/list-teams";
import { refused } from "@/lib/field-errors";
import { teamOption, useTicketFields } from "@/lib/ticket-fields";

import { usePlanTeam } from "../api/plan-team";
import { teamPlan, teamValues, type MemberValue } from "../team-values";
import { TeamMembers } from "./team-members";

interface Props {
  found: Roster;
  teams: readonly Team[];
  calendars: readonly { id: string; name: string }[];
  colleagues: readonly MemberValue[];
}

export function TeamForm({ found, teams, calendars, colleagues }: Props) {
  const { t } = useTranslation("settings");
  const { options } = useTicketFields();
  const saving = usePlanTeam(found.id);
  const form = useSettingsForm({ found, valuesOf: teamValues, planOf: teamPlan, saving });
  const { value, change, refusals } = form;
  const label = (name: keyof typeof value) => t(`team.${name}`);
  const { text, long, choice, amount } = settingsFields(form, label);
  const none = (name: string) => ({ value: "", label: name });
  // The team itself is not its own next office.
  const others = choosable(teams).filter(({ id }) => id !== found.id);
  return (
    <SettingsForm form={form} partName={label}>
      <section className={styles.card} aria-label={t("team.about")}>
        <h2>{t("team.about")}</h2>
        <div className={styles.row}>
          {text("name", { required: true })}
          {choice("level", options("level"))}
          {text("office")}
        </div>
        {long("topic", { rows: 1, most: 250 })}
        {long("signature", { rows: 2, most: 1000, hint: t("team.signatureHint") })}
      </section>
      <section className={styles.card} aria-label={t("team.work")}>
        <h2>{t("team.work")}</h2>
        <div className={styles.row}>
          {choice(
            "strategy",
            STRATEGIES.map((one) => ({ value: one, label: t(`strategy.${one}`) })),
            { hint: t(`strategyHint.${value.strategy}`) },
          )}
          {choice(
            "calendar",
            [none(t("team.noCalendar")), ...calendars.map(({ id, name }) => ({ value: id, label: name }))],
            { hint: t("team.calendarHint") },
          )}
          {choice("next_office", [none(t("team.noOffice")), ...others.map(teamOption)], {
            hint: t("team.officeHint"),
          })}
          {amount("alert_minutes", {
            ...{ place: "alert_seconds", hint: t("team.alertHint") },
            ...{ step: 5, clamps: true },
          })}
          {amount("owner_hours", { place: "owner_seconds", hint: t("team.ownerHint"), clamps: true })}
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
