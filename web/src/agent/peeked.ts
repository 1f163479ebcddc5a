/** The ticket one looks at without opening it; none as long as it is null. */
import { useSyncExternalStore } from "react";

let peeked: string | null = null;
let before: Element | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  peeked = next;
  for (const changed of listeners) changed();
}

export function peekAt(id: string): void {
  before = document.activeElement;
  set(id);
}

export const leavePeek = (): void => {
  set(null);
};

/** The keyboard goes back to the row from which one looked. */
export function closePeek(): void {
  set(null);
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}

export const usePeeked = (): string | null =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => peeked,
  );
