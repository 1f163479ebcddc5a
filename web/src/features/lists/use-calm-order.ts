import { useEffect, useRef, useState } from "react";

import type { Card } from "@/api/types";

import { arranged, withTail, type Arrangement } from "./calm-order";

/** So long must pointer and keyboard be elsewhere before rows come, go and move by themselves. */
const REST_MS = 10_000;

interface Fetched<T extends Card> {
  cards: readonly T[];
  /** What list this is: another is shown as it is. */
  list: string;
  pages: number;
  /** What is shown is older and the newer is on its way: one has just come (back) to the list. */
  arriving: boolean;
}

interface Kept<T extends Card> extends Fetched<T> {
  /** In the order they are shown in, each as it was last. */
  shown: readonly T[];
}

function follow<T extends Card>(kept: Kept<T>, fetched: Fetched<T>): Kept<T> {
  const nothingMoves = kept.shown.length === 0;
  if (kept.list !== fetched.list || kept.arriving || nothingMoves)
    return { ...fetched, shown: fetched.cards };
  const { rows } = arranged(kept.shown, fetched.cards);
  const shown = rows.map(({ card }) => card);
  const further = fetched.pages > kept.pages ? withTail(shown, fetched.cards) : shown;
  return { ...fetched, shown: further };
}

interface CalmOrder<T extends Card> extends Arrangement<T> {
  show: () => void;
  /** What one does oneself changes what is shown at once, and nothing else of it. */
  own: (change: (shown: readonly T[]) => readonly T[]) => void;
}

/** A list that keeps its order under a hand; `show` brings it up to date. */
export function useCalmOrder<T extends Card>(fetched: Fetched<T>, inUse: boolean): CalmOrder<T> {
  const [before, setKept] = useState<Kept<T>>(() => ({ ...fetched, shown: fetched.cards }));
  const news = before.cards !== fetched.cards || before.list !== fetched.list;
  const kept = news ? follow(before, fetched) : before;
  if (news) setKept(kept);

  const show = () => {
    setKept((now) => ({ ...now, shown: now.cards }));
  };
  const own = (change: (shown: readonly T[]) => readonly T[]) => {
    setKept((now) => ({ ...now, shown: change(now.shown) }));
  };
  const arrangement = arranged(kept.shown, kept.cards);
  const { changes } = arrangement;
  const restingSince = useRef(0);
  useEffect(() => {
    if (!inUse) restingSince.current = Date.now();
  }, [inUse]);
  useEffect(() => {
    if (changes === 0 || inUse) return;
    const timer = window.setTimeout(show, restingSince.current + REST_MS - Date.now());
    return () => {
      window.clearTimeout(timer);
    };
  }, [changes, inUse]);
  return { ...arrangement, show, own };
}
