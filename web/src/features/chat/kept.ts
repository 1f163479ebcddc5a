/** What a browser keeps of a chat: the way back to it, and what is to be sent. It outlives a reload and a lost network. */
import { useSyncExternalStore } from "react";

export interface Outgoing {
  /** With this key it is accepted once, however often it is sent. */
  key: string;
  body: string;
  /** As which message it was accepted. */
  id?: string;
  failed?: boolean;
}

export interface KeptChat {
  id: string;
  token: string;
  outgoing: readonly Outgoing[];
  /** The last message that was looked at. */
  seen?: string;
}

const PLACE = "helpdesk.chat";
const listeners = new Set<() => void>();
let read: { text: string | null; chat: KeptChat | null } = { text: null, chat: null };
/** Where nothing can be kept, it holds as long as the page does. */
let unkept: string | null = null;

const stored = (): string | null => {
  try {
    return window.localStorage.getItem(PLACE) ?? unkept;
  } catch {
    return unkept;
  }
};

function chatOf(text: string | null): KeptChat | null {
  try {
    const found = JSON.parse(text ?? "null") as Partial<KeptChat> | null;
    if (typeof found?.id !== "string" || typeof found.token !== "string") return null;
    return { ...found, id: found.id, token: found.token, outgoing: found.outgoing ?? [] };
  } catch {
    return null;
  }
}

/** The same as long as nothing changes. */
export function keptChat(): KeptChat | null {
  const text = stored();
  if (text !== read.text) read = { text, chat: chatOf(text) };
  return read.chat;
}

function put(chat: KeptChat | null): void {
  unkept = chat === null ? null : JSON.stringify(chat);
  try {
    if (unkept === null) window.localStorage.removeItem(PLACE);
    else {
      window.localStorage.setItem(PLACE, unkept);
      unkept = null;
    }
  } catch {
    // It goes on without being kept.
  }
  for (const changed of listeners) changed();
}

export const begin = (id: string, token: string): void => {
  put({ id, token, outgoing: [] });
};

export const forget = (): void => {
  put(null);
};

export function change(part: Partial<KeptChat>): void {
  const chat = keptChat();
  if (chat !== null) put({ ...chat, ...part });
}

export const queue = (body: string): void => {
  const chat = keptChat();
  if (chat !== null) change({ outgoing: [...chat.outgoing, { key: crypto.randomUUID(), body }] });
};

export const changeOutgoing = (key: string, part: Partial<Outgoing>): void => {
  const outgoing = keptChat()?.outgoing.map((item) => (item.key === key ? { ...item, ...part } : item));
  if (outgoing !== undefined) change({ outgoing });
};

/** Those that are read are kept no more. */
export function settle(read: ReadonlySet<string>): void {
  const chat = keptChat();
  const left = chat?.outgoing.filter(({ id }) => id === undefined || !read.has(id)) ?? [];
  if (chat !== null && left.length !== chat.outgoing.length) change({ outgoing: left });
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener("storage", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("storage", changed);
  };
}

export const useKeptChat = (): KeptChat | null => useSyncExternalStore(subscribe, keptChat);
