/**
 * Of many rows of one height only those in sight are drawn. Rows are as high as each other and whatever scrolls is told
 * by the event, so this needs no library, and holds in a pane as in a page.
 */
import { useLayoutEffect, useState, type RefObject } from "react";

import { remInPixels } from "@/lib/use-width";

/** So many are drawn as they are. */
const FEW = 100;
/** Rows above and below those in sight, and by how many the drawn ones move on at a time. */
const AROUND = 10;

export interface Window {
  first: number;
  /** The first that is not drawn. */
  end: number;
}

export function windowOf(count: number, row: number, top: number, height: number): Window {
  const seen = Math.floor(-top / row / AROUND) * AROUND;
  const first = Math.min(Math.max(seen - AROUND, 0), Math.max(count - AROUND, 0));
  const end = seen + Math.ceil(height / row / AROUND) * AROUND + 2 * AROUND;
  return { first, end: Math.min(Math.max(end, first + AROUND), count) };
}

/** Which rows are to be drawn; null for all. `row` is in rem. */
export function useWindowed(body: RefObject<HTMLElement | null>, count: number, row: number): Window | null {
  const many = count > FEW;
  const [drawn, setDrawn] = useState<Window>({ first: 0, end: 4 * AROUND });
  useLayoutEffect(() => {
    if (!many) return;
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const next = windowOf(count, row * remInPixels(), top, window.innerHeight);
      setDrawn((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    look();
    document.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      document.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
    };
  }, [body, many, count, row]);
  return many ? drawn : null;
}
