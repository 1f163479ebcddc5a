import type { Telling } from "@/lib/ticket-parts";

/** Whom a ladder's step tells, in words: `assignee`, `on_call`, `team:<id>` or `person:<id>`. */
export function peopleTold(
  told: readonly string[],
  { t, language, team }: Pick<Telling, "t" | "language" | "team">,
): string {
  const word = (whom: string): string => {
    const [kind, id = ""] = whom.split(":");
    if (kind === "assignee") return t("agent:ladder.assignee");
    if (kind === "on_call") return t("agent:ladder.onCall");
    return kind === "team" ? team(id) : id;
  };
  return new Intl.ListFormat(language).format(told.map(word));
}
