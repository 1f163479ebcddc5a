/** Whether the palette is open, and what had the keyboard before: whoever opens it need not know where it stands. */
import { useSyncExternalStore } from "react";

let open = false;
let before: Element | null = null;
let begun = "";
const listeners = new Set<() => void>();

function set(next: boolean): void {
  open = next;
  begun = "";
  for (const changed of listeners) changed();
}

export function openPalette(): void {
  if (open) return;
  before = document.activeElement;
  set(true);
}

/** The keyboard goes back to where it was, so that what is done next is done there. */
export function closePalette(): void {
  if (!open) return;
  set(false);
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}

/** What was typed before the palette was there to take it. */
export const begunInPalette = (): string => begun;

export function beginInPalette(text: string): void {
  begun = text;
}

export const togglePalette = (): void => {
  if (open) closePalette();
  else openPalette();
};

export const usePaletteOpen = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => open,
  );
