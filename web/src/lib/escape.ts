/** Escape leads out of what was opened last, wherever the focus is by then: it may not have arrived there yet. */
import { useEffectEvent, useLayoutEffect } from "react";

/** Be told of it while this is on the page; nobody else is. */
export function useEscape(leave: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
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
