/** Who is at the tickets of lists, by what is heard of them; forgotten when it is not said again. */
import type { AtTicket, Present } from "./live-messages";

export interface WhoIsWhere {
  /** The same list until it changes. */
  at: (ticketId: string) => readonly Present[];
  /** Until the returned function is called, hear that it changed. */
  subscribe: (hearer: () => void) => () => void;
}

const NOBODY: readonly Present[] = [];

export function createWhoIsWhere(): WhoIsWhere & { keep: (...said: readonly AtTicket[]) => void } {
  const found = new Map<string, readonly Present[]>();
  const lapses = new Map<string, number>();
  const hearers = new Set<() => void>();
  const tell = () => {
    for (const hear of hearers) hear();
  };
  const forget = (ticketId: string) => {
    window.clearTimeout(lapses.get(ticketId));
    lapses.delete(ticketId);
    found.delete(ticketId);
  };
  const keep = ({ ticket_id: id, people, seconds }: AtTicket) => {
    forget(id);
    if (people.length === 0) return;
    found.set(id, people);
    const lapse = () => {
      forget(id);
      tell();
    };
    lapses.set(id, window.setTimeout(lapse, seconds * 1_000));
  };
  return {
    keep: (...said) => {
      said.forEach(keep);
      if (said.length > 0) tell();
    },
    at: (ticketId) => found.get(ticketId) ?? NOBODY,
    subscribe: (hearer) => {
      hearers.add(hearer);
      return () => void hearers.delete(hearer);
    },
  };
}
