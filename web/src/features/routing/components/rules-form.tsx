import { useTranslation } from "react-i18next";

import type { IntakeRule } from "@/api/settings-types";
import type { Team } from "@/api/types";
import { OrderedList } from "@/components/ordered-list";
import { SettingsForm } from "@/components/settings-form";
import type { Edit } from "@/lib/edit";
import { refusalsOf, refused } from "@/lib/field-errors";

import { useActionWords } from "../words";
import { RuleForm } from "./rule-form";

export interface RulesValues {
  rules: IntakeRule[];
}

interface Props {
  edit: Edit<RulesValues>;
  teams: readonly Team[];
  policies: readonly { id: string; name: string }[];
  teamName: (id: string) => string;
  readOnly: boolean;
  busy: boolean;
  error: unknown;
  onSave: () => void;
}

export function RulesForm({ edit, teams, policies, teamName, readOnly, busy, error, onSave }: Props) {
  const { t } = useTranslation("settings");
  const actionWords = useActionWords(teamName);
  const refusals = refusalsOf(error);
  const note = ({ then = {}, active, last }: IntakeRule) =>
    [
      ...(active === false ? [t("rule.off")] : []),
      ...actionWords(then),
      ...(last === true ? [t("rule.ends")] : []),
    ].join(" · ");
  return (
    <SettingsForm
      edit={edit}
      busy={busy}
      error={error}
      refusals={refusals}
      partName={() => t("nav.routing")}
      readOnly={readOnly}
      onSave={onSave}
    >
      <OrderedList<IntakeRule>
        label={t("nav.routing")}
        items={edit.value.rules}
        titleOf={({ name }) => (name === "" ? t("rule.unnamed") : name)}
        noteOf={note}
        refusedOf={(index) => refused(refusals, `rules[${index}]`)}
        addLabel={t("rule.add")}
        create={() => ({ name: "", when: {}, then: {}, active: true, last: false })}
        readOnly={readOnly}
        onChange={(rules) => {
          edit.change({ rules });
        }}
      >
        {(rule, set, index) => (
          <RuleForm
            rule={rule}
            onChange={set}
            place={`rules[${index}]`}
            refusals={refusals}
            teams={teams}
            policies={policies}
          />
        )}
      </OrderedList>
    </SettingsForm>
  );
}
