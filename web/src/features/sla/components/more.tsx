import { NumberInput, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import settingsForm from "@/components/settings/settings-form.module.css";
import { SpanInput } from "@/components/settings/span-input";
import { refused, type Refusals } from "@/lib/field-errors";

import type { SlaValues } from "../values";

interface MoreProps {
  value: SlaValues;
  change: (part: Partial<SlaValues>) => void;
  refusals: Refusals;
  calendars: readonly { id: string; name: string }[];
  readOnly: boolean;
}

/** What is neither a promise nor a calendar nor a ladder. */
export function More({ value, change, refusals, calendars, readOnly }: MoreProps) {
  const { t } = useTranslation("settings");
  const { survey } = value;
  const setSurvey = (part: Partial<SlaValues["survey"]>) => {
    change({ survey: { ...survey, ...part } });
  };
  return (
    <fieldset disabled={readOnly} className={settingsForm.fields}>
      <div className={settingsForm.card}>
        <NumberInput
          label={t("sla.close_solved_after_days")}
          min={1}
          max={365}
          clampBehavior="none"
          value={value.close_solved_after_days}
          {...refused(refusals, "close_solved_after_days")}
          onChange={(days) => {
            change({ close_solved_after_days: days === "" ? "" : Number(days) });
          }}
        />
        <Switch
          label={t("sla.close_solved_in_business_days")}
          description={t("sla.businessDaysHint")}
          checked={value.close_solved_in_business_days}
          onChange={(event) => {
            change({ close_solved_in_business_days: event.currentTarget.checked });
          }}
        />
      </div>
      <section className={settingsForm.card} aria-label={t("sla.survey")}>
        <h2>{t("sla.survey")}</h2>
        <Switch
          label={t("survey.on")}
          checked={survey.on}
          onChange={(event) => {
            setSurvey({ on: event.currentTarget.checked });
          }}
        />
        <div className={settingsForm.row}>
          <SpanInput
            label={t("survey.delay")}
            placeholder="0 min"
            value={survey.delay_seconds}
            {...refused(refusals, "survey.delay_seconds")}
            onChange={(seconds) => {
              setSurvey({ delay_seconds: seconds === undefined ? 0 : seconds });
            }}
          />
          <Select
            clearable
            label={t("survey.calendar")}
            placeholder={t("policy.plain")}
            data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
            value={survey.calendar}
            {...refused(refusals, "survey.calendar")}
            onChange={(calendar) => {
              setSurvey({ calendar });
            }}
          />
        </div>
        <Switch
          label={t("survey.automatic")}
          checked={survey.automatic}
          onChange={(event) => {
            setSurvey({ automatic: event.currentTarget.checked });
          }}
        />
      </section>
    </fieldset>
  );
}
