import type { TFunction } from "i18next";

import type { ReportLine } from "@/api/settings-types";
import type { Words } from "@/lib/words";

export type T = TFunction<"settings">;

export const nameOf = (t: T, figure: string): string => t(`figures.of.${figure as "met"}`);

/** Clocks, channels and priorities are called as everywhere; teams, people and promises have names of their own. */
export function keyOf(
  t: T,
  words: Words,
  group: string,
  { key, name }: Pick<ReportLine, "key" | "name">,
): string {
  if (key === null) return t("figures.without");
  if (group === "clock") return words.clock(key);
  if (group === "channel") return words.channel(key);
  if (group === "category") return words.category(key);
  return group === "priority" ? words.priority(key) : name;
}
