import type { Entry } from "@/api/types";
import { doneBy } from "@/lib/timeline";

/** What others did after an entry, as far as somebody who is writing should know it. */
export function newsSince(timeline: readonly Entry[], entryId: string | null, myId: string): Entry[] {
  if (entryId === null) return [];
  const known = timeline.findIndex((entry) => entry.id === entryId);
  if (known < 0) return [];
  return timeline
    .slice(known + 1)
    .filter((entry) => doneBy(entry) !== myId && entry.actor.role !== "system" && NOTEWORTHY.has(entry.type));
}

const NOTEWORTHY = new Set([
  "MessageAdded",
  "StateChanged",
  "TicketAssigned",
  "TicketEscalated",
  "TicketUpdated",
]);
