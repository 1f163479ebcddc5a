/** What a queue is narrowed to: one value a field, in the address as in the question to the service. */
import { PHASES, PRIORITIES } from "@/api/types";
import type { Card, Phase, Priority, WaitsFor } from "@/api/types";

export const DUE = ["missed", "today", "tomorrow", "week"] as const;
export const TURNS = ["us", "requester", "time"] as const satisfies readonly WaitsFor[];

export interface QueueFilter {
  phase?: Phase;
  priority?: Priority;
  waits_for?: WaitsFor;
  due?: (typeof DUE)[number];
  team?: string;
  assignee?: string;
  organization?: string;
  tag?: string;
  words?: string;
}

export type FilterName = keyof QueueFilter;

export const FILTERS = [
  "phase",
  "priority",
  "waits_for",
  "due",
  "team",
  "assignee",
  "organization",
  "tag",
  "words",
] as const satisfies readonly FilterName[];

const KNOWN: Partial<Record<FilterName, readonly string[]>> = {
  phase: PHASES,
  priority: PRIORITIES,
  waits_for: TURNS,
  due: DUE,
};

/** From an address, which anybody can write. */
export function filterOf(search: Record<string, unknown>): QueueFilter {
  const said = FILTERS.flatMap((name) => {
    const value = search[name];
    // A number in an address is read as one: a tag may be 2026.
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || text.trim() === "") return [];
    return (KNOWN[name] ?? [text]).includes(text) ? [[name, text]] : [];
  });
  return Object.fromEntries(said) as QueueFilter;
}

export const unfiltered = (filter: QueueFilter, name: FilterName): QueueFilter =>
  filterOf({ ...filter, [name]: undefined });

const DAYS = { today: 1, tomorrow: 2, week: 7 };

/** The end of a day in the reader's zone: so many days from now on count, today is the first. */
function endOf(now: number, days: number): string {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).toISOString();
}

/** As the service counts for `due: today`. */
export const isDueToday = ({ next_deadline: at }: Pick<Card, "next_deadline">, now: number): boolean =>
  at !== null && Date.parse(at) < Date.parse(endOf(now, DAYS.today));

/** What the service is asked. Solved tickets stay in its lists until they close: they come to those who ask for them. */
export function askedBy({ due, ...fields }: QueueFilter, now: number) {
  return {
    ...fields,
    ...(due === "missed" && { missed: true }),
    ...(due !== undefined && due !== "missed" && { due_before: endOf(now, DAYS[due]) }),
    ...(fields.phase === undefined && { needs_work: true }),
  };
}

export interface Choice {
  name: FilterName;
  label: string;
  /** None for what is typed freely. */
  values: readonly { value: string; label: string }[] | null;
}

/** A value to filter by, or a field whose values are to be shown. */
export interface Suggestion {
  name: FilterName;
  value: string | null;
  label: string;
}

/** Of one field, as long as no field is named. */
const MOST_OF_EACH = 5;

const begins = (label: string, typed: string): boolean =>
  label
    .toLowerCase()
    .split(/[\s·]+/)
    .some((_, index, words) => words.slice(index).join(" ").startsWith(typed));

const ofChoice = ({ name, label, values }: Choice, typed: string): Suggestion[] =>
  values === null
    ? typed === ""
      ? []
      : [{ name, value: typed, label: `${label}: ${typed}` }]
    : values
        .filter((one) => begins(one.label, typed.toLowerCase()))
        .map((one) => ({ name, value: one.value, label: `${label}: ${one.label}` }));

/** What typed words may mean, the likeliest first: a value, a field, or words of the ticket. */
export function suggested(choices: readonly Choice[], typed: string): Suggestion[] {
  const text = typed.trim();
  const fields = choices.map(({ name, label }) => ({ name, value: null, label: `${label} …` }));
  if (text === "") return fields;
  const [field = "", ...rest] = text.split(":");
  const named = choices.find(({ label }) => label.toLowerCase() === field.trim().toLowerCase());
  if (named !== undefined && rest.length > 0) return ofChoice(named, rest.join(":").trim());
  const offered = choices.filter(({ values }) => values !== null);
  const free = choices.filter(({ values }) => values === null);
  return [
    ...offered.flatMap((choice) => ofChoice(choice, text).slice(0, MOST_OF_EACH)),
    ...fields.filter(({ label }) => begins(label, text.toLowerCase())),
    ...[...free].reverse().flatMap((choice) => ofChoice(choice, text)),
  ];
}
