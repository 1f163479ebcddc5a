/** Digits choose from what was opened last, wherever the focus is by then; not while somebody types. */
import { useEffectEvent, useLayoutEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable]";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;

/** Be told of digits while this is on the page. */
export function useDigits(choose: (digit: number) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    if (!/^[1-9]$/.test(key) || ctrlKey || metaKey || altKey || defaultPrevented || isTyping(target)) return;
    event.preventDefault();
    choose(Number(key));
  });
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    document.addEventListener("keydown", listener, { capture: true });
    return () => {
      document.removeEventListener("keydown", listener, { capture: true });
    };
  }, []);
}
