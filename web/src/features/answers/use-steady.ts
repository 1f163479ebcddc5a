import { useEffect, useRef, useState, type RefObject } from "react";

/** What lies in it or after it moves when it grows. */
const movesWith = (place: Element, other: EventTarget | null): boolean =>
  other instanceof Element &&
  other !== document.body &&
  (place.contains(other) || (place.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);

const NEWS = ["pointermove", "pointerover", "focusin", "keyup"] as const;

/** A value that is drawn at a place: it changes while neither a pointer nor the keyboard stands on what would move. */
export function useSteady<T>(value: T, place: RefObject<Element | null>): T {
  const [shown, setShown] = useState(value);
  const under = useRef<EventTarget | null>(null);
  useEffect(() => {
    const change = (event?: Event) => {
      if (event?.type.startsWith("pointer"))
        under.current = (event as PointerEvent).pointerType === "touch" ? null : event.target;
      const at = place.current;
      if (at === null || !(movesWith(at, document.activeElement) || movesWith(at, under.current)))
        setShown(value);
    };
    change();
    for (const name of NEWS) document.addEventListener(name, change);
    return () => {
      for (const name of NEWS) document.removeEventListener(name, change);
    };
  }, [value, place]);
  return shown;
}
