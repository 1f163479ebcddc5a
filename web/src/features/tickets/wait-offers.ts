/** Instants that a ticket is put off to, by the calendar of its promise. */
import type { Ticket } from "@/api/types";
import { inThreeHours, ownZone } from "@/lib/local-input";
import { dayAt } from "@/lib/time-format";

type OfferName = "later" | "morning" | "threeDays" | "nextWeek";

interface Offer {
  name: OfferName;
  at: string;
}

/** Later today ends with the day; the rest are mornings of working days, which the service knows. */
export function waitOffers({ mornings }: Pick<Ticket, "mornings">, now: number): readonly Offer[] {
  const zone = waitZone({ mornings });
  const later = inThreeHours(now);
  const found: [OfferName, string | null | undefined][] = [
    ["later", dayAt(later.getTime(), zone) === dayAt(now, zone) ? later.toISOString() : null],
    ["morning", mornings?.next],
    ["threeDays", mornings?.third],
    ["nextWeek", mornings?.next_week],
  ];
  return found.flatMap(([name, at]) => (at && Date.parse(at) > now ? [{ name, at }] : []));
}

/** Without a promise that counts by a calendar: the reader's. */
export const waitZone = ({ mornings }: Pick<Ticket, "mornings">): string => mornings?.zone ?? ownZone();
