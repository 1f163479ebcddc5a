/** What one does about chats that wait. */
import type { Action } from "@/lib/actions";

export interface OnChats {
  /** The one that waits longest; null when none does. */
  next: string | null;
  take: (id: string) => void;
}

export const takeChat: Action<OnChats> = {
  id: "takeChat",
  keys: ["t"],
  words: (t) => t("agent:chat.take"),
  refusal: ({ next }, t) => (next === null ? t("agent:chat.noneWaits") : null),
  run: ({ next, take }) => {
    if (next !== null) take(next);
  },
};

export const CHATS: readonly Action<OnChats>[] = [takeChat];
