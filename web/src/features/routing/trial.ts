import type { IntakeRule } from "@/api/settings-types";

/** Rules that can be tried while they are written: one without a name, or with that of another, gets one of its own. */
export function triable(rules: readonly IntakeRule[], unnamed: string): IntakeRule[] {
  const taken = new Set<string>();
  return rules.map((rule) => {
    const wanted = rule.name.trim() === "" ? unnamed : rule.name;
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
    taken.add(name);
    return { ...rule, name };
  });
}
