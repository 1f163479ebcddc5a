/** Instants to which a ticket of the inbox is put off, on the reader's own calendar. */
import { inDays, inThreeHours } from "@/lib/local-input";

const MORNING = 8;

/** Saturdays and Sundays move on to Monday. */
function workday(now: number, days: number): Date {
  const day = inDays(now, days, MORNING);
  const over = { 6: 2, 0: 1 }[day.getDay()] ?? 0;
  return inDays(now, days + over, MORNING);
}

export const laterOffers = (now: number): readonly { name: "hours" | "workday" | "week"; at: string }[] => [
  { name: "hours", at: inThreeHours(now).toISOString() },
  { name: "workday", at: workday(now, 1).toISOString() },
  { name: "week", at: workday(now, 7).toISOString() },
];
