/** What people wrote, inside a sentence of ours: words that run the other way must not turn those around them. */

/** Letters that run from right to left, and the marks that make any do so. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Marks that open an isolate, and the one that closes it. */
const MARKS = /[\u2066-\u2069]/g;
const FIRST_STRONG = "\u2068";
const POP = "\u2069";

/** What is isolated in it already stays so; a mark without its other half would reach beyond these words. */
function paired(text: string): string {
  let open = 0;
  const whole = (text.match(MARKS) ?? []).every((mark) => (open += mark === POP ? -1 : 1) >= 0) && open === 0;
  return whole ? text : text.replace(MARKS, "");
}

/** In markup it is `<bdi>`; this is for where only text can stand. What cannot turn anything stays as it is. */
export const isolated = (text: string): string =>
  TURNS.test(text) ? FIRST_STRONG + paired(text) + POP : text;

/** Several in a row, each for itself; without those that say nothing. */
export const listed = (texts: readonly (string | null | false)[], between = ", "): string =>
  texts
    .flatMap((text) => (text === null || text === false || text === "" ? [] : [isolated(text)]))
    .join(between);
