import { useTranslation } from "react-i18next";

import type { IntakeRule, RoutingSettings } from "@/api/settings-types";
import { OrderedList } from "@/components/settings/ordered-list";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { useTeams } from "@/lib/desk/list-teams";
import { refused } from "@/lib/field-errors";
import { nameOfFile } from "@/lib/name-of-file";

import { useSaveRules } from "../api/save-rules";
import { useRuleWords } from "../words";
import { DryRunPanel, PastDryRunPanel } from "./dry-run";
import { RuleForm } from "./rule-form";

const rulesOf = ({ rules }: Pick<RoutingSettings, "rules">) => ({ rules });

export function RulesForm({ found }: { found: RoutingSettings }) {
  const { t } = useTranslation("settings");
  const readOnly = useMe().data?.role !== "admin";
  const teams = useTeams().data ?? [];
  const policies = (useSlaSettings().data?.policies ?? []).map(nameOfFile);
  const nameIn = (all: readonly { id: string; name: string }[]) => (id: string) =>
    all.find((one) => one.id === id)?.name ?? id;
  const names = { team: nameIn(teams), policy: nameIn(policies) };
  const said = useRuleWords(names);
  const form = useSettingsForm({ found, valuesOf: rulesOf, planOf: rulesOf, saving: useSaveRules() });
  const { rules } = form.value;
  const note = ({ then = {}, active, last }: IntakeRule) =>
    [
      ...(active === false ? [t("rule.off")] : []),
      ...said.actions(then),
      ...(last === true ? [t("rule.ends")] : []),
    ].join(" · ");
  return (
    <>
      <SettingsHead title={t("rule.title")}>
        {t("rule.text")}
        {readOnly && ` ${t("onlyAdmins")}`}
      </SettingsHead>
      {rules.length === 0 && <EmptyState title={t("rule.none")} text={t("rule.noneText")} />}
      <SettingsForm form={form} partName={() => t("rule.title")} readOnly={readOnly}>
        <OrderedList<IntakeRule>
          label={t("rule.title")}
          items={rules}
          titleOf={({ name }) => (name === "" ? t("rule.unnamed") : name)}
          noteOf={note}
          refusedOf={(index) => refused(form.refusals, `rules[${index}]`)}
          addLabel={t("rule.add")}
          create={() => ({ name: "", when: {}, then: {}, active: true, last: false })}
          readOnly={readOnly}
          onChange={(next) => {
            form.change({ rules: next });
          }}
        >
          {(rule, set, index) => (
            <RuleForm
              rule={rule}
              onChange={set}
              place={`rules[${index}]`}
              refusals={form.refusals}
              teams={teams}
              policies={policies}
            />
          )}
        </OrderedList>
      </SettingsForm>
      <DryRunPanel rules={rules} names={names} />
      <PastDryRunPanel rules={rules} names={names} />
    </>
  );
}
