/** What people wrote, inside a sentence of ours: words that run the other way must not turn those around them. */

/** Letters that run from right to left, and the marks that make any do so. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Marks that open and close a direction; unpaired, they would reach beyond the words they came with. */
const MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
const FIRST_STRONG = "\u2068";
const POP = "\u2069";

/** In markup it is `<bdi>`; this is for where only text can stand. What cannot turn anything stays as it is. */
export const isolated = (text: string): string =>
  TURNS.test(text) ? FIRST_STRONG + text.replace(MARKS, "") + POP : text;

/** Several in a row, each for itself; without those that say nothing. */
export const listed = (texts: readonly (string | null | false)[], between = ", "): string =>
  texts
    .flatMap((text) => (text === null || text === false || text === "" ? [] : [isolated(text)]))
    .join(between);
