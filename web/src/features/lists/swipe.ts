/** What a finger on a row means, by how far it has gone. */

export type Side = "start" | "end";

/** So far it may tremble, in pixels. */
const SLACK = 10;
/** At a window's edge a swipe is the browser's: back, or forth. */
const EDGE = 24;
/** From here on letting go does it, in pixels and of the row. */
const ENOUGH = 96;
const PART = 0.3;

export interface Gone {
  x: number;
  y: number;
}

/** Across the row, or along the list, which the browser moves; null as long as it may become either. */
export function meaningOf({ x, y }: Gone): "row" | "list" | null {
  if (Math.max(Math.abs(x), Math.abs(y)) < SLACK) return null;
  return Math.abs(x) > 1.5 * Math.abs(y) ? "row" : "list";
}

/** Towards which end of the line; right to left these lie the other way round. */
export const sideOf = ({ x }: Gone, rightToLeft: boolean): Side => (x > 0 === rightToLeft ? "start" : "end");

export const isEnough = ({ x }: Gone, width: number): boolean =>
  Math.abs(x) >= Math.min(ENOUGH, width * PART);

export const isAtEdge = (x: number, width: number): boolean => x < EDGE || x > width - EDGE;
