import { useTranslation } from "react-i18next";

import type { RuleActions } from "@/api/settings-types";
import { useTicketFields } from "@/lib/ticket-fields";

const CHOSEN = ["kind", "category", "impact", "urgency"] as const;

/** What rules set, in words, each a part of a list. */
export function useActionWords(teamName: (id: string) => string): (then: RuleActions) => string[] {
  const { t } = useTranslation("settings");
  const { say } = useTicketFields();
  return (then) => {
    const said: [string, string | null | undefined][] = [
      ["level", then.level],
      ["team", then.team && teamName(then.team)],
      ...CHOSEN.map((field): [string, string | null | undefined] => {
        const value = then[field];
        return [field, value && say(field, value)];
      }),
      ["policy", then.policy],
      ["tags", (then.tags ?? []).join(", ")],
      ["skills", (then.skills ?? []).join(", ")],
    ];
    return said.flatMap(([name, value]) => (value ? [`${t(`then.${name as "team"}`)}: ${value}`] : []));
  };
}
