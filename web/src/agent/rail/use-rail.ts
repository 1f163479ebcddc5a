import { useEffect, useRef, useState, type HTMLAttributes, type KeyboardEvent, type RefObject } from "react";

/** So long a pointer must stay before the folded rail opens: who only crosses it sees nothing move. */
const HOVER_MS = 150;

interface Rail {
  /** Over the page; says nothing where the rail has its full width anyhow. */
  open: boolean;
  /** To the rail by keyboard, and from it back to where one was. */
  toggle: () => void;
  props: HTMLAttributes<HTMLDivElement> & { ref: RefObject<HTMLDivElement | null> };
  /** By Escape. */
  leave: (event: KeyboardEvent<HTMLElement>) => void;
}

const entryOf = (rail: HTMLElement | null): HTMLElement | null | undefined =>
  rail?.querySelector<HTMLElement>("[aria-current=page]") ?? rail?.querySelector<HTMLElement>("a, button");

/** Opens under a pointer that stays, and for a keyboard that is in it. */
export function useRail(): Rail {
  const [open, setOpen] = useState(false);
  const rail = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const wait = (milliseconds: number, then: boolean) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setOpen(then);
    }, milliseconds);
  };
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const goBack = () => {
    const place = before.current;
    before.current = null;
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setOpen(false);
  };
  return {
    open,
    toggle: () => {
      if (rail.current?.contains(document.activeElement)) {
        goBack();
        return;
      }
      before.current = document.activeElement;
      setOpen(true);
      entryOf(rail.current)?.focus();
    },
    props: {
      ref: rail,
      onPointerEnter: ({ pointerType }) => {
        if (pointerType === "mouse") wait(HOVER_MS, true);
      },
      onPointerLeave: ({ currentTarget }) => {
        window.clearTimeout(timer.current);
        if (currentTarget.querySelector(":focus-visible") === null) setOpen(false);
      },
      onFocus: ({ target }) => {
        if (target.matches(":focus-visible")) setOpen(true);
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      },
    },
    leave: (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !open) return;
      event.preventDefault();
      goBack();
    },
  };
}
