import { useEffect, useRef, type RefObject } from "react";

/** Where the keyboard starts when this appears because somebody asked for it. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const target = useRef<T>(null);
  useEffect(() => {
    target.current?.focus();
  }, []);
  return target;
}
