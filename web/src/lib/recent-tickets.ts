/** The tickets one opened last, on this device and for oneself alone. */
import { draftOwner } from "./draft";

export interface Recent {
  id: string;
  subject: string;
}

const KEPT = 20;

const place = () => `helpdesk.recent.${draftOwner() ?? ""}`;

/** The last one first. */
export function recentTickets(): readonly Recent[] {
  try {
    return JSON.parse(window.localStorage.getItem(place()) ?? "[]") as Recent[];
  } catch {
    return [];
  }
}

export function rememberTicket({ id, subject }: Recent): void {
  const others = recentTickets().filter((other) => other.id !== id);
  try {
    window.localStorage.setItem(place(), JSON.stringify([{ id, subject }, ...others].slice(0, KEPT)));
  } catch {
    // A full or forbidden store costs the short way back, nothing else.
  }
}
