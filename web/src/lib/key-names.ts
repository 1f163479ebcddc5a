/** What stands on keys, in the words of people: German keyboards say Strg, and arrows are arrows. */
import type { TFunction } from "i18next";

const SIGNS: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
};

const NAMED = ["Ctrl", "Shift", "Enter", "Escape", "Space"] as const;

const onMac = (): boolean => /\bMac/.test(window.navigator.userAgent);

/** Letters are told as they are typed; together with Ctrl, as they stand on the key. */
export function keyNames(keys: string, t: TFunction<"agent">): string[] {
  return keys.split(" ").flatMap((pressed) =>
    pressed.split("+").map((key, index) => {
      const named = NAMED.find((name) => name === key);
      if (named === "Ctrl" && onMac()) return "⌘";
      if (named !== undefined) return t(`key.${named}`);
      return SIGNS[key] ?? (index === 0 ? key : key.toUpperCase());
    }),
  );
}
