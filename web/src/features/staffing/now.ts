/** How people and their day are drawn in Team now. */
import type { Workload } from "@/api/settings-types";

export const ORDERS = ["load", "missed", "untouched", "name"] as const;
export type Order = (typeof ORDERS)[number];

/** 1 is full. Who may be given nothing is over it with the first ticket. */
export const loadOf = ({ held, capacity }: Pick<Workload, "held" | "capacity">): number =>
  held === 0 ? 0 : held / capacity;

export type Tone = "ok" | "warn" | "bad";

const ROOMY = 0.8;

export function toneOf(load: number): Tone {
  if (load > 1) return "bad";
  return load > ROOMY ? "warn" : "ok";
}

const byName = (one: Workload, two: Workload) => one.name.localeCompare(two.name);

const COMPARE: Record<Order, (one: Workload, two: Workload) => number> = {
  load: (one, two) => loadOf(two) - loadOf(one) || two.held - one.held,
  missed: (one, two) => two.missed - one.missed || two.due - one.due,
  untouched: (one, two) => (one.untouched ?? "9").localeCompare(two.untouched ?? "9"),
  name: byName,
};

export const inOrder = (people: readonly Workload[], order: Order): Workload[] =>
  [...people].sort((one, two) => COMPARE[order](one, two) || byName(one, two));

/** What is shown stays where it is while somebody has a hand on it: who comes stands last. */
export const held = (shown: readonly string[], wanted: readonly string[]): string[] => [
  ...shown.filter((id) => wanted.includes(id)),
  ...wanted.filter((id) => !shown.includes(id)),
];

/** A part of a day, in hundredths of it. */
export interface Part {
  left: number;
  width: number;
}

/** The reader's day around an instant. */
export function dayOf(now: number): { start: number; end: number } {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  const next = new Date(day);
  next.setDate(day.getDate() + 1);
  return { start: day.getTime(), end: next.getTime() };
}

export interface Stretch {
  start: string;
  end: string;
}

/** What of these lies in a day, joined where one goes on where another ends. */
export function within(
  stretches: readonly Stretch[],
  day: { start: number; end: number },
): [number, number][] {
  const parts: [number, number][] = [];
  for (const { start, end } of stretches) {
    const from = Math.max(Date.parse(start), day.start);
    const to = Math.min(Date.parse(end), day.end);
    if (from >= to) continue;
    const last = parts.at(-1);
    if (last !== undefined && last[1] >= from) last[1] = to;
    else parts.push([from, to]);
  }
  return parts;
}

export const partOf = ([from, to]: readonly [number, number], day: { start: number; end: number }): Part => ({
  left: (100 * (from - day.start)) / (day.end - day.start),
  width: (100 * (to - from)) / (day.end - day.start),
});

/** Who could go on with a ticket of a team: whoever works there, those with the most room first. */
export const receivers = (people: readonly Workload[], team: string | null, owner: string): Workload[] =>
  inOrder(
    people.filter(({ id, teams }) => id !== owner && team !== null && teams.includes(team)),
    "load",
  ).reverse();
