import { useTranslation } from "react-i18next";

import type { IntakeRule, RuleActions } from "@/api/settings-types";
import { useConditions } from "@/components/settings/conditions";
import { useMailboxes } from "@/lib/desk/list-mailboxes";
import { allOf } from "@/lib/sentences";
import { useTicketFields } from "@/lib/ticket-fields";
import { useWords } from "@/lib/words";

import { rowsOfWhen } from "./rows";

const CHOSEN = ["kind", "category", "impact", "urgency"] as const;

/** How what is known by its id is called. */
export interface Names {
  team: (id: string) => string;
  policy: (id: string) => string;
}

/** What rules ask and set, in words and names. */
export function useRuleWords({ team, policy }: Names) {
  const { t, i18n } = useTranslation("settings");
  const { say } = useTicketFields();
  const words = useWords();
  const conditions = useConditions(useMailboxes().data?.mailboxes);
  const label = (field: string): string => t(`then.${field as "team"}`, { defaultValue: field });
  const value = (field: string, one: string): string => {
    if (field === "team") return team(one);
    if (field === "policy") return policy(one);
    if (field === "level") return `${one} ${words.level(one)}`;
    const chosen = CHOSEN.find((name) => name === field);
    return chosen === undefined ? one : say(chosen, one);
  };
  const goes = (then: RuleActions): string[] => {
    const said = { level: value("level", then.level ?? ""), team: team(then.team ?? "") };
    if (then.team && then.level) return [t("does.both", { ...said, level: then.level })];
    return then.team ? [t("does.team", said)] : then.level ? [t("does.level", said)] : [];
  };
  /** "goes to IT operations (L2) and gets the tag “outage”". */
  const actions = (then: RuleActions): string => {
    const quoted = (all: readonly string[]) =>
      allOf(
        i18n.language,
        all.map((one) => t("holds.quoted", { value: one })),
      );
    const { tags = [], skills = [] } = then;
    const set = (["policy", ...CHOSEN] as const).flatMap((field) => {
      const one = then[field];
      return one ? [t(`does.${field}`, { value: t("holds.quoted", { value: value(field, one) }) })] : [];
    });
    const all = [
      ...goes(then),
      ...set,
      ...(tags.length > 0 ? [t("does.tags", { count: tags.length, values: quoted(tags) })] : []),
      ...(skills.length > 0 ? [t("does.skills", { values: quoted(skills) })] : []),
    ];
    return all.length === 0 ? t("does.nothing") : allOf(i18n.language, all);
  };
  const sentence = ({ when = {}, then = {}, active, last }: IntakeRule): string =>
    [
      ...(active === false ? [t("rule.off")] : []),
      `${conditions.sentence(rowsOfWhen(when))} → ${actions(then)}`,
      ...(last === true ? [t("rule.ends")] : []),
    ].join(" · ");
  return { label, value, actions, sentence };
}
