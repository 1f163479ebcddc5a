import { useTranslation } from "react-i18next";

import type { ConditionsFile } from "@/api/settings-types";
import { useConditions, type Asked } from "@/components/settings/conditions";
import { FieldRows } from "@/components/settings/field-rows";
import settingsForm from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";

import { conditionRows } from "../values";

export const POLICY_CONDITIONS: readonly Asked[] = [
  "organization",
  "plan",
  "kind",
  "category",
  "team",
  "channel",
  "tag",
];
export const LADDER_CONDITIONS: readonly Asked[] = [
  "organization",
  "kind",
  "category",
  "team",
  "channel",
  "tag",
  "priority",
  "level",
];

interface Props {
  value: ConditionsFile | undefined;
  asked: readonly Asked[];
  place: string;
  refusals: Refusals;
  onChange: (value: ConditionsFile | undefined) => void;
}

/** For which tickets a policy or a ladder is. */
export function ForTickets({ value, asked, place, refusals, onChange }: Props) {
  const { t } = useTranslation("settings");
  const conditions = useConditions();
  const rows = conditionRows(value);
  return (
    <section aria-label={t("sla.for")} className={settingsForm.fields}>
      <h3>{t("sla.for")}</h3>
      <p className={settingsForm.hint}>{t(Object.keys(rows).length === 0 ? "rows.always" : "rows.all")}</p>
      <FieldRows
        fields={asked.map((key) => conditions.field(key, rows[key]))}
        value={rows}
        addLabel={t("rows.addCondition")}
        refusedOf={(key) => refused(refusals, `${place}.${key}`)}
        onChange={(next) => {
          onChange(Object.keys(next).length === 0 ? undefined : next);
        }}
      />
    </section>
  );
}
