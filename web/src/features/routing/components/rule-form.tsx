import { MultiSelect, Select, Switch, TagsInput, TextInput } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import type { CalendarFile, IntakeRule, RuleActions, RuleConditions } from "@/api/settings-types";
import { SPOKEN_CHANNELS, type Team } from "@/api/types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import styles from "@/components/settings/settings-form.module.css";
import { WeekHours } from "@/components/settings/week-hours";
import { ZoneSelect } from "@/components/settings/zone-select";
import { officeHours, readHours, writeHours } from "@/lib/calendar-file";
import { refused, refusedAt, type Refusals } from "@/lib/field-errors";
import { spokenLanguages } from "@/lib/languages-of-people";
import { ownZone } from "@/lib/local-input";
import { choosable } from "@/lib/desk/list-teams";
import { teamOption, useTicketFields, type Option } from "@/lib/ticket-fields";
import { useWords } from "@/lib/words";

interface Props {
  rule: IntakeRule;
  onChange: (rule: IntakeRule) => void;
  place: string;
  refusals: Refusals;
  teams: readonly Team[];
  policies: readonly { id: string; name: string }[];
}

const CHANNELS = ["web", "portal", "api", ...SPOKEN_CHANNELS];

export function RuleForm({ rule, onChange, place, refusals, teams, policies }: Props) {
  const { t } = useTranslation("settings");
  return (
    <>
      <div className={styles.row}>
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
      </div>
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
    </>
  );
}

interface WhenProps {
  when: RuleConditions;
  place: string;
  refusals: Refusals;
  onChange: (when: RuleConditions) => void;
}

type ListKey = Exclude<keyof RuleConditions, "hours" | "outside">;

function When({ when, place, refusals, onChange }: WhenProps) {
  const { t, i18n } = useTranslation("settings");
  const words = useWords();
  const { options } = useTicketFields();
  const of = (key: ListKey) => {
    const own = refused(refusals, `${place}.when.${key}`);
    const also = key === "categories" ? refusedAt(refusals, `${place}.category`) : undefined;
    return { ...own, error: own.error ?? also };
  };
  const choose = (key: ListKey, data: Option[]) => (
    <MultiSelect
      label={t(`when.${key}`)}
      searchable
      data={data}
      value={when[key] ?? []}
      {...of(key)}
      onChange={(values) => {
        onChange({ ...when, [key]: values });
      }}
    />
  );
  const write = (key: ListKey, hint: string) => (
    <TagsInput
      label={t(`when.${key}`)}
      inputWrapperOrder={HINT_BELOW}
      description={hint}
      value={when[key] ?? []}
      {...of(key)}
      onChange={(values) => {
        onChange({ ...when, [key]: values });
      }}
    />
  );
  return (
    <section aria-label={t("when.title")} className={styles.fields}>
      <h3>{t("when.title")}</h3>
      <p className={styles.hint}>{t("when.hint")}</p>
      <div className={styles.row}>
        {write("words", t("when.wordsHint"))}
        {write("senders", t("when.sendersHint"))}
        {write("organizations", t("when.idsHint"))}
        {write("plans", t("when.enterHint"))}
        {write("assets", t("when.idsHint"))}
        {write("asset_types", t("when.enterHint"))}
      </div>
      <div className={styles.row}>
        {choose(
          "channels",
          CHANNELS.map((value) => ({ value, label: words.channel(value) })),
        )}
        {choose("kinds", options("kind"))}
        {choose("categories", options("category", when.categories))}
        {choose("languages", spokenLanguages(i18n.language, when.languages))}
      </div>
      <RuleHours when={when} place={place} refusals={refusals} onChange={onChange} />
    </section>
  );
}

function RuleHours({ when, place, refusals, onChange }: WhenProps) {
  const { t } = useTranslation("settings");
  const hours = when.hours == null ? null : readHours(when.hours);
  const set = (file: CalendarFile | null) => {
    onChange({ ...when, hours: file });
  };
  return (
    <>
      <Switch
        label={t("when.hours")}
        checked={hours !== null}
        onChange={(event) => {
          set(event.currentTarget.checked ? writeHours(officeHours(ownZone())) : null);
        }}
      />
      {hours !== null && (
        <>
          <div className={styles.row}>
            <Select
              label={t("when.which")}
              allowDeselect={false}
              data={[
                { value: "inside", label: t("when.inside") },
                { value: "outside", label: t("when.outside") },
              ]}
              value={when.outside === true ? "outside" : "inside"}
              onChange={(which) => {
                onChange({ ...when, outside: which === "outside" });
              }}
            />
            <ZoneSelect
              label={t("zone")}
              value={hours.timezone}
              {...refused(refusals, `${place}.when.hours.timezone`)}
              onChange={(timezone) => {
                set(writeHours({ ...hours, timezone }));
              }}
            />
          </div>
          <WeekHours
            value={hours.week}
            refusedOf={(day) => refused(refusals, `${place}.when.hours.week.${day}`)}
            onChange={(week) => {
              set(writeHours({ ...hours, always: false, week }));
            }}
          />
        </>
      )}
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
  type One = "level" | "team" | "kind" | "category" | "impact" | "urgency" | "policy";
  const choice = (key: One, data: Option[]) => (
    <Select
      clearable
      label={t(`then.${key}`)}
      placeholder={t("then.leave")}
      data={data}
      value={then[key] ?? null}
      {...refused(refusals, `${place}.then.${key}`)}
      onChange={(value) => {
        onChange({ ...then, [key]: value });
      }}
    />
  );
  const write = (key: "tags" | "skills") => (
    <TagsInput
      label={t(`then.${key}`)}
      value={then[key] ?? []}
      {...refused(refusals, `${place}.then.${key}`)}
      onChange={(values) => {
        onChange({ ...then, [key]: values });
      }}
    />
  );
  return (
    <section aria-label={t("then.title")} className={styles.fields}>
      <h3>{t("then.title")}</h3>
      <p className={styles.hint}>{t("then.hint")}</p>
      <div className={styles.row}>
        {choice("level", options("level"))}
        {choice("team", choosable(teams, then.team).map(teamOption))}
        {choice(
          "policy",
          policies.map(({ id, name }) => ({ value: id, label: name })),
        )}
        {(["kind", "category", "impact", "urgency"] as const).map((field) => (
          <Fragment key={field}>{choice(field, options(field))}</Fragment>
        ))}
        {write("tags")}
        {write("skills")}
      </div>
    </section>
  );
}
