import { useTranslation } from "react-i18next";

/** Whom a ladder's step tells, in words: `assignee`, `on_call`, `team:<id>` or `person:<id>`. */
export function usePeopleTold(teamNames: ReadonlyMap<string, string>): (told: readonly string[]) => string {
  const { t, i18n } = useTranslation("agent");
  const word = (whom: string): string => {
    const [kind, id = ""] = whom.split(":");
    if (kind === "assignee") return t("ladder.assignee");
    if (kind === "on_call") return t("ladder.onCall");
    return kind === "team" ? (teamNames.get(id) ?? id) : id;
  };
  return (told) => new Intl.ListFormat(i18n.language).format(told.map(word));
}
