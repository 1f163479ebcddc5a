/** Instants that a ticket is put off to, by the calendar of its promise. */
import type { Ticket } from "@/api/types";
import { inThreeHours, ownZone } from "@/lib/local-input";
import { dayAt } from "@/lib/time-format";

const NAMES = ["later", "morning", "threeDays", "nextWeek"] as const;

/** By this digit one names a day of one's own. */
export const OWN_DATE = NAMES.length + 1;

interface Offer {
  name: (typeof NAMES)[number];
  /** Always the same, whatever else is offered. */
  digit: number;
  at: string;
}

/** Later today ends with the day; the rest are mornings of working days, which the service knows. */
export function waitOffers({ mornings }: Pick<Ticket, "mornings">, now: number): readonly Offer[] {
  const zone = waitZone({ mornings });
  const later = inThreeHours(now);
  const found = {
    later: dayAt(later.getTime(), zone) === dayAt(now, zone) ? later.toISOString() : null,
    morning: mornings?.next,
    threeDays: mornings?.third,
    nextWeek: mornings?.next_week,
  };
  return NAMES.flatMap((name, index) => {
    const at = found[name];
    return at && Date.parse(at) > now ? [{ name, digit: index + 1, at }] : [];
  });
}

/** Without a promise that counts by a calendar: the reader's. */
export const waitZone = ({ mornings }: Pick<Ticket, "mornings">): string => mornings?.zone ?? ownZone();
