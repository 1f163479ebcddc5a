import { useRef, type HTMLAttributes, type PointerEvent } from "react";

import { isAtEdge, isEnough, meaningOf, sideOf, type Side } from "./swipe";

export interface Swiping {
  /** What stands beside the row that moves away. */
  words: Record<Side, string>;
  swiped: (id: string, side: Side) => void;
}

interface Finger {
  pointer: number;
  row: HTMLElement;
  from: { x: number; y: number };
  /** The row follows it. */
  holds: boolean;
}

/** Drawn by hand, not by React: it goes with the finger. */
function draw({ row }: Finger, x: number, side: Side, words: string, enough: boolean): void {
  row.style.setProperty("--swiped", `${x}px`);
  row.style.setProperty("--swiped-by", `${Math.abs(x)}px`);
  Object.assign(row.dataset, { swipe: side, swipeWords: words });
  row.toggleAttribute("data-enough", enough);
}

function putBack({ row }: Finger): void {
  row.style.removeProperty("--swiped");
  row.style.removeProperty("--swiped-by");
  for (const name of ["swipe", "swipe-words", "enough"]) row.removeAttribute(`data-${name}`);
}

/** A finger across a row does something to it; along the list the browser scrolls as ever. */
export function useSwipe(swiping: Swiping | undefined): HTMLAttributes<HTMLElement> {
  const finger = useRef<Finger | null>(null);
  const wasSwiped = useRef(false);
  if (swiping === undefined) return {};

  const letGo = (act: boolean, event: PointerEvent) => {
    const held = finger.current;
    if (held?.pointer !== event.pointerId) return;
    finger.current = null;
    if (!held.holds) return;
    const { swipe, ticket = "" } = held.row.dataset;
    const does = act && held.row.hasAttribute("data-enough");
    putBack(held);
    if (does && swipe !== undefined) swiping.swiped(ticket, swipe as Side);
  };
  return {
    onPointerDown: (event) => {
      wasSwiped.current = false;
      if (event.pointerType === "mouse" || !event.isPrimary || isAtEdge(event.clientX, window.innerWidth))
        return;
      const row = event.target instanceof Element && event.target.closest<HTMLElement>("[data-ticket]");
      if (!row) return;
      const from = { x: event.clientX, y: event.clientY };
      finger.current = { pointer: event.pointerId, row, from, holds: false };
    },
    onPointerMove: (event) => {
      const held = finger.current;
      if (held?.pointer !== event.pointerId) return;
      const gone = { x: event.clientX - held.from.x, y: event.clientY - held.from.y };
      if (!held.holds) {
        const meaning = meaningOf(gone);
        if (meaning === "list") finger.current = null;
        if (meaning !== "row") return;
        held.holds = wasSwiped.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      const side = sideOf(gone, getComputedStyle(held.row).direction === "rtl");
      draw(held, gone.x, side, swiping.words[side], isEnough(gone, held.row.clientWidth));
    },
    onPointerUp: (event) => {
      letGo(true, event);
    },
    onPointerCancel: (event) => {
      letGo(false, event);
    },
    onClickCapture: (event) => {
      // A finger that moved the row did not press what lies under it.
      if (wasSwiped.current) {
        event.preventDefault();
        event.stopPropagation();
      }
      wasSwiped.current = false;
    },
  };
}
