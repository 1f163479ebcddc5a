/** Which conversation stands in the place of the thread: that of the requester, or one beside it. */
import { useSyncExternalStore } from "react";

/** One that is not begun yet. */
export const NEW = "new";

let opened: string | null = null;
const listeners = new Set<() => void>();

export function openSide(which: string | null): void {
  opened = which;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}

export const useOpenSide = (): string | null => useSyncExternalStore(subscribe, () => opened);
