import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

/** Where the keyboard starts when this appears because somebody asked for it. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const target = useRef<T>(null);
  useEffect(() => {
    target.current?.focus();
  }, []);
  return target;
}

/** What can be typed into or chosen from, or else pressed. */
export const FIELDS =
  "input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled)";

type Where = () => Element | null | undefined;

/** Puts the focus where it belongs once what is changed now has been drawn. */
export function useFocusAfterChange(): (where: Where) => void {
  const wanted = useRef<Where | null>(null);
  useLayoutEffect(() => {
    const target = wanted.current?.();
    wanted.current = null;
    if (target instanceof HTMLElement) target.focus();
  });
  return (where) => {
    wanted.current = where;
  };
}
