import { useTranslation } from "react-i18next";

import type { RuleActions } from "@/api/settings-types";
import { useWords } from "@/lib/words";

/** What rules set, in words, each a part of a list. */
export function useActionWords(teamName: (id: string) => string): (then: RuleActions) => string[] {
  const { t } = useTranslation("settings");
  const words = useWords();
  return (then) => {
    const said: [string, string | null | undefined][] = [
      ["level", then.level],
      ["team", then.team == null ? null : teamName(then.team)],
      ["kind", then.kind == null ? null : words.kind(then.kind)],
      ["category", then.category == null ? null : words.category(then.category)],
      ["impact", then.impact == null ? null : words.scale(then.impact)],
      ["urgency", then.urgency == null ? null : words.scale(then.urgency)],
      ["policy", then.policy],
      ["tags", (then.tags ?? []).join(", ")],
      ["skills", (then.skills ?? []).join(", ")],
    ];
    return said.flatMap(([name, value]) =>
      value == null || value === "" ? [] : [`${t(`then.${name as "team"}`)}: ${value}`],
    );
  };
}
