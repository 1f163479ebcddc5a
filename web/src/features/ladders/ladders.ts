import type { Entry, Ticket } from "@/api/types";

/** What an escalation ladder is about to do, or who answered it, as far as the ticket on the page tells. */
export type LadderState =
  { is: "climbing"; nextAt: string; told: string[] } | { is: "answered"; by: string; at: string } | null;

const ABOUT_LADDERS = new Set(["LadderStarted", "LadderStepTaken", "LaddersEnded", "TicketAcknowledged"]);

const toldBy = (entry: Entry): string[] =>
  entry.type === "LadderStepTaken" && Array.isArray(entry.data.notify) ? (entry.data.notify as string[]) : [];

export function ladderState({ ladders, timeline, phase }: Ticket): LadderState {
  const last = timeline.findLast((entry) => ABOUT_LADDERS.has(entry.type));
  const nextAt = ladders.map((ladder) => ladder.next_at).sort()[0];
  if (nextAt !== undefined) {
    const answered = timeline.findLastIndex((entry) => entry.type === "TicketAcknowledged");
    return { is: "climbing", nextAt, told: [...new Set(timeline.slice(answered + 1).flatMap(toldBy))] };
  }
  const finished = phase === "solved" || phase === "closed";
  if (last?.type !== "TicketAcknowledged" || finished) return null;
  return { is: "answered", by: last.actor.name, at: last.at };
}
