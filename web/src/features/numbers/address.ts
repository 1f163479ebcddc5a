/** The page of figures as it stands in the address, which anybody can write. */
import type { ReportQuery } from "./api/get-report";

export const PAGES = ["sla", "teams"] as const;
export type Page = (typeof PAGES)[number];

export const PERIODS = ["7", "30", "90", "365"] as const;
export type Days = (typeof PERIODS)[number];

export const PRIORITIES = ["P1", "P2", "P3", "P4"] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface Figured {
  page?: Page;
  days?: Days;
  team?: string;
  priority?: Priority;
  /** Every line as a table. */
  tables?: boolean;
}

const among = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === String(value));

export function figuredBy({ page, days, team, priority, tables }: Record<string, unknown>): Figured {
  const [which, long, urgent] = [among(PAGES, page), among(PERIODS, days), among(PRIORITIES, priority)];
  return {
    ...(which !== undefined && { page: which }),
    ...(long !== undefined && { days: long }),
    ...(typeof team === "string" && team !== "" && { team: team.slice(0, 100) }),
    ...(urgent !== undefined && { priority: urgent }),
    ...(tables === true && { tables }),
  };
}

const DAY_MS = 86_400_000;
const PARTS = { 7: "day", 30: "day", 90: "week", 365: "month" } as const;

/** A day as the API writes it; so do Swedes. */
const dayAt = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(instant);

/** So many days up to today, where the reader is. */
export function askedFor({ days = "30", team, priority }: Figured, now: number, zone: string): ReportQuery {
  return {
    from: dayAt(now - (Number(days) - 1) * DAY_MS, zone),
    to: dayAt(now, zone),
    by: PARTS[days],
    ...(team !== undefined && { team }),
    ...(priority !== undefined && { priority }),
  };
}
