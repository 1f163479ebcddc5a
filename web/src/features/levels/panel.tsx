import type { Ticket } from "@/api/types";
import { optional } from "@/components/optional";
import type { OnTicket } from "@/lib/ticket-parts";

const KnownAnswers = optional(async () => (await import("./components/known-answers")).KnownAnswers);

/** Where the first level may be at work on something of a kind. */
export const mayBeKnown = ({ level, category, phase }: Ticket): boolean =>
  level === "L1" && category !== null && phase !== "closed";

/** The first level learns what the higher ones found out. */
export function KnownAnswersPanel({ ticket, insert }: OnTicket) {
  const { level, category } = ticket;
  if (category === null || !mayBeKnown(ticket)) return null;
  return <KnownAnswers key={category} level={level} category={category} onUse={insert} />;
}
