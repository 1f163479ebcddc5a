/** What was counted, under the names by which it is asked for. */
import type { Facet } from "./components/facet-bar";
import type { Operator } from "./question";

const OPERATORS = { state: "state", team: "team", priority: "priority", organization: "org" } as const;

const MOST = 6;

/** The most frequent of each. */
export function facetsOf(
  counted: Readonly<Record<string, Readonly<Record<string, number>>>>,
  operators: readonly Operator[],
  words: Readonly<Partial<Record<string, (value: string) => string>>>,
): Facet[] {
  return Object.entries(OPERATORS).flatMap(([field, name]) => {
    const values = Object.entries(counted[field] ?? {});
    if (values.length === 0) return [];
    return [
      {
        ...{ name, label: operators.find((one) => one.name === name)?.label ?? name },
        values: values
          .toSorted(([, one], [, other]) => other - one)
          .slice(0, MOST)
          .map(([value, count]) => ({ value, count, label: words[name]?.(value) ?? value })),
      },
    ];
  });
}
