/** How far somebody has read each ticket, on this device. */
import { draftOwner } from "@/lib/draft";

export interface Seen {
  entry: string;
  /** When they looked last. */
  at: string;
}

const TICKETS = 500;
const place = () => `helpdesk.seen.${draftOwner() ?? ""}`;

function all(): [string, Seen][] {
  try {
    return JSON.parse(window.localStorage.getItem(place()) ?? "[]") as [string, Seen][];
  } catch {
    return [];
  }
}

export const seenOf = (ticketId: string): Seen | null => all().find(([id]) => id === ticketId)?.[1] ?? null;

export function keepSeen(ticketId: string, seen: Seen): void {
  const others = all().filter(([id]) => id !== ticketId);
  try {
    window.localStorage.setItem(place(), JSON.stringify([...others, [ticketId, seen]].slice(-TICKETS)));
  } catch {
    // A full or forbidden store must not stop anyone from reading.
  }
}
