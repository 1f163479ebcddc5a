import { useTranslation } from "react-i18next";

import type { IntakeRule, RoutingSettings } from "@/api/settings-types";
import { Beside } from "@/components/settings/beside";
import { OrderedList } from "@/components/settings/ordered-list";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { useTeams } from "@/lib/desk/list-teams";
import { refused } from "@/lib/field-errors";
import { nameIn, nameOfFile } from "@/lib/name-of-file";

import { useSaveRules } from "../api/save-rules";
import { useRuleWords } from "../words";
import { RuleForm } from "./rule-form";
import { TryRules } from "./try-rules";

const rulesOf = ({ rules }: Pick<RoutingSettings, "rules">) => ({ rules });

export function RulesForm({ found }: { found: RoutingSettings }) {
  const { t } = useTranslation("settings");
  const readOnly = useMe().data?.role !== "admin";
  const teams = useTeams().data ?? [];
  const policies = (useSlaSettings().data?.policies ?? []).map(nameOfFile);
  const names = { team: nameIn(teams), policy: nameIn(policies) };
  const said = useRuleWords(names);
  const form = useSettingsForm({ found, valuesOf: rulesOf, planOf: rulesOf, saving: useSaveRules() });
  const { rules } = form.value;
  return (
    <>
      <SettingsHead title={t("rule.title")}>
        {t("rule.text")}
        {readOnly && ` ${t("onlyAdmins")}`}
      </SettingsHead>
      {rules.length === 0 && <EmptyState title={t("rule.none")} text={t("rule.noneText")} />}
      <Beside aside={<TryRules rules={rules} names={names} />}>
        <SettingsForm form={form} partName={() => t("rule.title")} readOnly={readOnly}>
          <OrderedList<IntakeRule>
            label={t("rule.title")}
            items={rules}
            titleOf={({ name }) => (name === "" ? t("rule.unnamed") : name)}
            noteOf={said.sentence}
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
      </Beside>
    </>
  );
}
