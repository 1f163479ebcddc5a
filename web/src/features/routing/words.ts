import { useTranslation } from "react-i18next";

import type { RuleActions } from "@/api/settings-types";
import { listed } from "@/lib/isolated";
import { useTicketFields } from "@/lib/ticket-fields";
import { useWords } from "@/lib/words";

const CHOSEN = ["kind", "category", "impact", "urgency"] as const;

/** How what is known by its id is called. */
export interface Names {
  team: (id: string) => string;
  policy: (id: string) => string;
}

/** What rules set and tickets have, in words and names. */
export function useRuleWords({ team, policy }: Names) {
  const { t } = useTranslation("settings");
  const { say } = useTicketFields();
  const words = useWords();
  const label = (field: string): string => t(`then.${field as "team"}`, { defaultValue: field });
  const value = (field: string, one: string): string => {
    if (field === "team") return team(one);
    if (field === "policy") return policy(one);
    if (field === "level") return `${one} ${words.level(one)}`;
    const chosen = CHOSEN.find((name) => name === field);
    return chosen === undefined ? one : say(chosen, one);
  };
  /** Each a part of a list. */
  const actions = (then: RuleActions): string[] => {
    const said: [string, string | null | undefined][] = [
      ...(["level", "team", ...CHOSEN, "policy"] as const).map((field): [string, string | null] => {
        const one = then[field];
        return [field, one ? value(field, one) : null];
      }),
      ["tags", listed(then.tags ?? [])],
      ["skills", listed(then.skills ?? [])],
    ];
    return said.flatMap(([field, words]) => (words ? [`${label(field)}: ${words}`] : []));
  };
  return { label, value, actions };
}
