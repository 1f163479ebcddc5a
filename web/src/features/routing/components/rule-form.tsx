import { Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { CalendarFile, IntakeRule, RuleActions, RuleConditions } from "@/api/settings-types";
import type { Team } from "@/api/types";
import { useConditions } from "@/components/settings/conditions";
import { useMailboxes } from "@/lib/desk/list-mailboxes";
import { FieldRows, type RowField } from "@/components/settings/field-rows";
import styles from "@/components/settings/settings-form.module.css";
import { WeekHours } from "@/components/settings/week-hours";
import { ZoneSelect } from "@/components/settings/zone-select";
import { readHours, writeHours } from "@/lib/calendar-file";
import { choosable } from "@/lib/desk/list-teams";
import { refused, refusedAt, type Refusals } from "@/lib/field-errors";
import { teamOption, useTicketFields } from "@/lib/ticket-fields";

import { ASKED, MANY, ONE, rowsOfThen, rowsOfWhen, thenOfRows, whenOfRows, type AskedOfRule } from "../rows";

interface Props {
  rule: IntakeRule;
  onChange: (rule: IntakeRule) => void;
  place: string;
  refusals: Refusals;
  teams: readonly Team[];
  policies: readonly { id: string; name: string }[];
}

export function RuleForm({ rule, onChange, place, refusals, teams, policies }: Props) {
  const { t } = useTranslation("settings");
  return (
    <>
      <TextInput
        label={t("rule.name")}
        required
        maxLength={250}
        value={rule.name}
        {...refused(refusals, `${place}.name`)}
        onChange={(event) => {
          onChange({ ...rule, name: event.currentTarget.value });
        }}
      />
      <When
        when={rule.when ?? {}}
        place={place}
        refusals={refusals}
        onChange={(when) => {
          onChange({ ...rule, when });
        }}
      />
      <Then
        then={rule.then ?? {}}
        place={place}
        refusals={refusals}
        teams={teams}
        policies={policies}
        onChange={(then) => {
          onChange({ ...rule, then });
        }}
      />
      <div className={styles.list}>
        <Switch
          label={t("rule.active")}
          checked={rule.active ?? true}
          onChange={(event) => {
            onChange({ ...rule, active: event.currentTarget.checked });
          }}
        />
        <Switch
          label={t("rule.last")}
          checked={rule.last ?? false}
          onChange={(event) => {
            onChange({ ...rule, last: event.currentTarget.checked });
          }}
        />
      </div>
    </>
  );
}

interface WhenProps {
  when: RuleConditions;
  place: string;
  refusals: Refusals;
  onChange: (when: RuleConditions) => void;
}

function When({ when, place, refusals, onChange }: WhenProps) {
  const { t } = useTranslation("settings");
  const conditions = useConditions(useMailboxes().data?.mailboxes);
  const rows = rowsOfWhen(when);
  const fields = (Object.keys(ASKED) as AskedOfRule[]).map((key) => conditions.field(key, rows[key]));
  const hours: RowField = {
    ...conditions.field("hours"),
    below: when.hours != null && (
      <RuleHours
        hours={when.hours}
        place={`${place}.when.hours`}
        refusals={refusals}
        onChange={(file) => {
          onChange({ ...when, hours: file });
        }}
      />
    ),
  };
  return (
    <section aria-label={t("when.title")} className={styles.fields}>
      <h3>{t("when.title")}</h3>
      <p className={styles.hint}>{t(Object.keys(rows).length === 0 ? "rows.always" : "rows.all")}</p>
      <FieldRows
        fields={[...fields, hours]}
        value={rows}
        addLabel={t("rows.addCondition")}
        refusedOf={(key) => {
          const own = refused(refusals, `${place}.when.${key === "hours" ? key : ASKED[key as AskedOfRule]}`);
          const also = key === "category" ? refusedAt(refusals, `${place}.category`) : undefined;
          return { ...own, error: own.error ?? also };
        }}
        onChange={(next) => {
          onChange(whenOfRows(next, when.hours));
        }}
      />
    </section>
  );
}

interface HoursProps {
  hours: CalendarFile;
  place: string;
  refusals: Refusals;
  onChange: (hours: CalendarFile) => void;
}

function RuleHours({ hours: file, place, refusals, onChange }: HoursProps) {
  const { t } = useTranslation("settings");
  const hours = readHours(file);
  return (
    <>
      <ZoneSelect
        label={t("zone")}
        value={hours.timezone}
        {...refused(refusals, `${place}.timezone`)}
        onChange={(timezone) => {
          onChange(writeHours({ ...hours, timezone }));
        }}
      />
      <WeekHours
        value={hours.week}
        refusedOf={(day) => refused(refusals, `${place}.week.${day}`)}
        onChange={(week) => {
          onChange(writeHours({ ...hours, always: false, week }));
        }}
      />
    </>
  );
}

interface ThenProps {
  then: RuleActions;
  place: string;
  refusals: Refusals;
  teams: readonly Team[];
  policies: readonly { id: string; name: string }[];
  onChange: (then: RuleActions) => void;
}

function Then({ then, place, refusals, teams, policies, onChange }: ThenProps) {
  const { t } = useTranslation("settings");
  const { options } = useTicketFields();
  const choices = (key: (typeof ONE)[number]) => {
    if (key === "team") return choosable(teams, then.team).map(teamOption);
    if (key === "policy") return policies.map(({ id, name }) => ({ value: id, label: name }));
    return options(key, [then[key] ?? null]);
  };
  const fields: RowField[] = [
    ...ONE.map((key) => ({ key, label: t(`then.${key}`), options: choices(key), one: true })),
    ...MANY.map((key) => ({ key, label: t(`then.${key}`) })),
  ];
  return (
    <section aria-label={t("then.title")} className={styles.fields}>
      <h3>{t("then.title")}</h3>
      <p className={styles.hint}>{t("then.hint")}</p>
      <FieldRows
        fields={fields.map((field) => ({ ...field, relation: t("relation.to") }))}
        value={rowsOfThen(then)}
        addLabel={t("then.add")}
        refusedOf={(key) => refused(refusals, `${place}.then.${key}`)}
        onChange={(rows) => {
          onChange(thenOfRows(rows));
        }}
      />
    </section>
  );
}
