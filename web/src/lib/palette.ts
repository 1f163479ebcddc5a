/** Whether the palette is open, and what had the keyboard before: whoever opens it need not know where it stands. */
import { useSyncExternalStore } from "react";

let open = false;
let before: Element | null = null;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  open = next;
  for (const changed of listeners) changed();
}

export function openPalette(): void {
  if (!open) before = document.activeElement;
  set(true);
}

/** The keyboard goes back to where it was, so that what is done next is done there. */
export function closePalette(): void {
  if (!open) return;
  set(false);
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
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
