/** The page of figures as it stands in the address, which anybody can write. */
import { CHANNELS, PRIORITIES, type Channel, type Priority } from "@/api/types";

import { REPORTS, type ReportName, type ReportQuery } from "./api/get-report";

export const PAGES = ["sla", "teams", "whence", "causes", "cost", "me"] as const;
export type Page = (typeof PAGES)[number];

export const PERIODS = ["7", "30", "90", "365"] as const;
export type Days = (typeof PERIODS)[number];

export interface Figured {
  page?: Page;
  days?: Days;
  team?: string;
  priority?: Priority;
  channel?: Channel;
  organization?: string;
  /** Who had the tickets. */
  person?: string;
  /** Every line as a table. */
  tables?: boolean;
}

const among = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === String(value));

const named = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value.slice(0, 100) : undefined;

export function figuredBy(asked: Record<string, unknown>): Figured {
  const { page, days, priority, tables } = asked;
  const [which, long, urgent] = [among(PAGES, page), among(PERIODS, days), among(PRIORITIES, priority)];
  const channel = among(CHANNELS, asked.channel);
  const [team, organization, person] = [named(asked.team), named(asked.organization), named(asked.person)];
  return {
    ...(which !== undefined && { page: which }),
    ...(long !== undefined && { days: long }),
    ...(team !== undefined && { team }),
    ...(urgent !== undefined && { priority: urgent }),
    ...(channel !== undefined && { channel }),
    ...(organization !== undefined && { organization }),
    ...(person !== undefined && { person }),
    ...(tables === true && { tables }),
  };
}

/** The tickets behind a figure: of all of it, or of one line of a group, over these days. */
export interface Listed extends Figured {
  report?: ReportName;
  figure?: string;
  from?: string;
  to?: string;
  group?: string;
  key?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const dayOf = (value: unknown): string | undefined =>
  typeof value === "string" && DAY.test(value) ? value : undefined;

export function listedBy(asked: Record<string, unknown>): Listed {
  const report = among(REPORTS, asked.report);
  const [figure, group, key] = [named(asked.figure), named(asked.group), named(asked.key)];
  const [from, to] = [dayOf(asked.from), dayOf(asked.to)];
  return {
    ...figuredBy(asked),
    ...(report !== undefined && { report }),
    ...(figure !== undefined && { figure }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(group !== undefined && { group }),
    ...(key !== undefined && { key }),
  };
}

const DAY_MS = 86_400_000;
const PARTS = { 7: "day", 30: "day", 90: "week", 365: "month" } as const;

/** A day as the API writes it; so do Swedes. */
const dayAt = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(instant);

/** The last day of a part, by when the next one begins. */
export const dayBefore = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : dayAt(Date.parse(day) - DAY_MS, "UTC");

/** So many days up to today, where the reader is. */
export function askedFor(chosen: Figured, now: number, zone: string): ReportQuery {
  const { days = "30", team, priority, channel, organization, person } = chosen;
  return {
    from: dayAt(now - (Number(days) - 1) * DAY_MS, zone),
    to: dayAt(now, zone),
    by: PARTS[days],
    ...(team !== undefined && { team }),
    ...(priority !== undefined && { priority }),
    ...(channel !== undefined && { channel }),
    ...(organization !== undefined && { organization }),
    ...(person !== undefined && { handled_by: person }),
  };
}
