/** What stands on keys, in the words of people: German keyboards say Strg, and arrows are arrows. */
import type { TFunction } from "i18next";

const SIGNS: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
};

const NAMED = ["Ctrl", "Shift", "Enter", "Escape"] as const;

export function keyNames(keys: string, t: TFunction<"agent">): string[] {
  return keys.split(/[ +]/).map((key) => {
    const named = NAMED.find((name) => name === key);
    return named === undefined ? (SIGNS[key] ?? key) : t(`key.${named}`);
  });
}
