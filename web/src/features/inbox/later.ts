/** Instants to which a ticket of the inbox is put off, on the reader's own calendar. */
import { inDays } from "@/lib/local-input";

export const LATER = ["hours", "workday", "week"] as const;
export type LaterName = (typeof LATER)[number];

const HOURS_MS = 3 * 3_600_000;
const QUARTER_MS = 900_000;
const MORNING = 8;

/** Saturdays and Sundays move on to Monday. */
function workday(now: number, days: number): Date {
  const day = inDays(now, days, MORNING);
  const over = { 6: 2, 0: 1 }[day.getDay()] ?? 0;
  return inDays(now, days + over, MORNING);
}

export const laterOffers = (now: number): readonly { name: LaterName; at: string }[] => [
  { name: "hours", at: new Date(Math.ceil((now + HOURS_MS) / QUARTER_MS) * QUARTER_MS).toISOString() },
  { name: "workday", at: workday(now, 1).toISOString() },
  { name: "week", at: workday(now, 7).toISOString() },
];
