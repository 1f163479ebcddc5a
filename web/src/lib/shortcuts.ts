/** Single keys as shortcuts. They keep quiet while somebody types, and can be switched off (WCAG 2.1.4). */
import { useEffect, useRef, useSyncExternalStore } from "react";

const CHOICE = "helpdesk.shortcuts";
const listeners = new Set<() => void>();

export const shortcutsOn = (): boolean => window.localStorage.getItem(CHOICE) !== "off";

export function switchShortcuts(on: boolean): void {
  if (on) window.localStorage.removeItem(CHOICE);
  else window.localStorage.setItem(CHOICE, "off");
  for (const changed of listeners) changed();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, shortcutsOn);
}

const TYPING = "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;

/** Key to action while the component is on the page. */
export function useShortcuts(actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!shortcutsOn() || isTyping(event.target)) return;
      const action = latest.current[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, []);
}
