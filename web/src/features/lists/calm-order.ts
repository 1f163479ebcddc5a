/** The order of a list while somebody looks at it: rows change where they stand; what comes, goes or would move waits. */
import type { Card } from "@/api/types";

export interface Row<T extends Card = Card> {
  card: T;
  /** No longer in the list; its row stays until the order is asked for. */
  gone: boolean;
}

export interface Arrangement<T extends Card = Card> {
  rows: readonly Row<T>[];
  came: readonly T[];
  /** How many rows come, go or move once the order is asked for. */
  changes: number;
}

/** The most of these numbers that stand in ascending order without moving one. */
function mostInOrder(places: readonly number[]): number {
  const ends: number[] = [];
  for (const place of places) {
    const at = place > (ends.at(-1) ?? -1) ? -1 : ends.findIndex((end) => end >= place);
    ends[at < 0 ? ends.length : at] = place;
  }
  return ends.length;
}

/** What is shown of a list whose rows stand as they stood, and of how it would be now. */
export function arranged<T extends Card>(shown: readonly T[], now: readonly T[]): Arrangement<T> {
  const places = new Map(now.map(({ id }, place) => [id, place]));
  const known = new Set(shown.map(({ id }) => id));
  const rows = shown.map((card) => {
    const place = places.get(card.id);
    return { card: now[place ?? -1] ?? card, gone: place === undefined };
  });
  const staying = shown.flatMap(({ id }) => places.get(id) ?? []);
  const came = now.filter(({ id }) => !known.has(id));
  const left = shown.length - staying.length;
  return { rows, came, changes: came.length + left + staying.length - mostInOrder(staying) };
}

/** What another page brings stands below all that is shown: it moves nothing. */
export function withTail<T extends Card>(shown: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Set(shown.map(({ id }) => id));
  const last = now.findLastIndex(({ id }) => known.has(id));
  return [...shown, ...now.slice(last + 1)];
}
