/** The sections beside a ticket in a person's own order. */
import type { OwnSettings } from "@/api/types";

export type PlacedPanel = Required<NonNullable<OwnSettings["panels"]>[number]>;

/** All there are, by name: those a person has placed first, in their order; what came since stands after them. */
export function arranged(
  names: readonly string[],
  placed: OwnSettings["panels"] = [],
  foldedAtFirst: readonly string[] = [],
): PlacedPanel[] {
  const known = placed.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => known.every((panel) => panel.name !== name));
  return [...known, ...others.map((name) => ({ name }))].map((panel) => ({
    folded: foldedAtFirst.includes(panel.name),
    hidden: false,
    ...panel,
  }));
}

/** One of them with something else said of it. */
export const changed = (
  panels: readonly PlacedPanel[],
  name: string,
  part: Partial<PlacedPanel>,
): PlacedPanel[] => panels.map((panel) => (panel.name === name ? { ...panel, ...part } : panel));

/** By one place among those that are in sight; the same at an end. */
export function moved(panels: readonly PlacedPanel[], name: string, by: -1 | 1): PlacedPanel[] {
  const shown = panels.filter((panel) => panel.name === name || !panel.hidden);
  const other = shown[shown.findIndex((panel) => panel.name === name) + by];
  if (other === undefined) return [...panels];
  return by < 0 ? before(panels, name, other.name) : before(panels, other.name, name);
}

/** One of them put right before another. */
export function before(panels: readonly PlacedPanel[], name: string, other: string): PlacedPanel[] {
  const one = panels.find((panel) => panel.name === name);
  if (one === undefined || name === other) return [...panels];
  return panels
    .filter((panel) => panel !== one)
    .flatMap((panel) => (panel.name === other ? [one, panel] : [panel]));
}
