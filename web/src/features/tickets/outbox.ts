/** What is to be sent and could not be yet. It is kept on the device, in order, until it is accepted or stopped. */
import { useSyncExternalStore } from "react";

import type { MessageDraft, SideAnswer, SideBeginning } from "@/api/types";
import { draftOwner } from "@/lib/draft";
import type { Invited } from "@/lib/invited";

/** A letter to people outside: it begins a conversation beside the one with the requester, or goes on with it. */
export interface WaitingSide {
  letter: { which: null; body: SideBeginning } | { which: string; body: SideAnswer };
  draft: string;
  back: object;
}

export interface Waiting {
  /** With this key it is accepted once, however often it is sent. */
  key: string;
  ticketId: string;
  subject: string;
  message: MessageDraft;
  /** Those in its Cc and Bcc, by name. */
  cc?: readonly Invited[];
  bcc?: readonly Invited[];
  /** The revision on which it was written. */
  ifMatch: number;
  /** Real milliseconds; the product's clock is not known without network. */
  at: number;
  /** Until then it can be had back; what was kept before there was such a time goes at once. */
  goesAt?: number;
  /** Said in a chat, where words of both sides cross: what came meanwhile asks nothing. */
  talk?: boolean;
  /** It could not go when it should have. */
  late?: boolean;
  /** It is on its way, and cannot be had back. */
  going?: boolean;
  /** It goes to people outside, and back into its draft when it is stopped. */
  side?: WaitingSide;
  /** The last entry that was there, and who wrote: what only they have changed since asks nothing. */
  since?: string | null;
  myId?: string;
  /** What has to be answered before it goes out. */
  asks: "old" | "moved" | "refused" | null;
  /** Why it was refused. */
  reason?: string;
}

/** What was written so long ago goes out only when its writer still means it. */
const OLD_MS = 60 * 60_000;

const place = () => `helpdesk.outbox.${draftOwner() ?? ""}`;
const listeners = new Set<() => void>();
const NOTHING: readonly Waiting[] = [];
let read: { text: string; items: readonly Waiting[] } = { text: "[]", items: NOTHING };

function itemsOf(text: string): readonly Waiting[] {
  const found: unknown = JSON.parse(text);
  return Array.isArray(found) ? (found as Waiting[]) : [];
}

/** The same list as long as nothing changes; a store that cannot be read holds nothing. */
export function outbox(): readonly Waiting[] {
  try {
    const text = window.localStorage.getItem(place()) ?? "[]";
    if (text !== read.text) read = { text, items: itemsOf(text) };
    return read.items;
  } catch {
    return NOTHING;
  }
}

function put(items: readonly Waiting[]): void {
  window.localStorage.setItem(place(), JSON.stringify(items));
  for (const changed of listeners) changed();
}

/** False when the device keeps nothing: then it must stay where it was written. */
export function wait(item: Omit<Waiting, "at" | "asks">, seconds = 0): boolean {
  try {
    const at = Date.now();
    put([
      ...outbox().filter(({ key }) => key !== item.key),
      { ...item, at, goesAt: at + seconds * 1000, asks: null },
    ]);
    return true;
  } catch {
    return false;
  }
}

export const remove = (key: string): void => {
  put(outbox().filter((item) => item.key !== key));
};

export const change = (key: string, part: Partial<Waiting>): void => {
  put(outbox().map((item) => (item.key === key ? { ...item, ...part } : item)));
};

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener("storage", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("storage", changed);
  };
}

export const useOutbox = (): readonly Waiting[] => useSyncExternalStore(subscribe, outbox);

export const isHeld = ({ goesAt = 0 }: Waiting, now: number): boolean => goesAt > now;

/** What may be had back. */
export const held = (now: number): readonly Waiting[] => outbox().filter((item) => isHeld(item, now));

/** Those that may go out now, in order: behind nothing of their tickets that still asks or is held. */
function sendable(items: readonly Waiting[], now: number): readonly Waiting[] {
  const behind = new Set<string>();
  return items.filter((item) => {
    if (item.asks !== null || isHeld(item, now)) behind.add(item.ticketId);
    return !behind.has(item.ticketId);
  });
}

/** The next to go out; what has become too old asks instead. */
export function nextOut(now: number): Waiting | null {
  for (;;) {
    const [item] = sendable(outbox(), now);
    if (item === undefined) return null;
    if (now - item.at < OLD_MS) return item;
    change(item.key, { asks: "old" });
  }
}

/** After one was accepted: what was written on the same state of its ticket stands on the new one. */
export function accepted(sent: Waiting, revision: number): void {
  put(
    outbox()
      .filter(({ key }) => key !== sent.key)
      .map((item) =>
        item.ticketId === sent.ticketId && item.ifMatch === sent.ifMatch
          ? { ...item, ifMatch: revision }
          : item,
      ),
  );
}
