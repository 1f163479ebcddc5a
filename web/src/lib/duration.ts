/** Spans of time as people type them: "4 h", "1 h 30 min", "2 d". A day is 24 hours; the API takes seconds. */
const UNITS: Record<string, number> = {
  d: 86_400,
  t: 86_400,
  h: 3_600,
  m: 60,
  min: 60,
  s: 1,
};

const PART = /(\d+(?:[.,]\d+)?)\s*(min|[dthms])\s*/iy;

/** Seconds, or null when it is no span. A bare number is hours. */
export function parseSpan(text: string): number | null {
  const typed = text.trim();
  if (/^\d+([.,]\d+)?$/.test(typed)) return Math.round(Number(typed.replace(",", ".")) * 3_600);
  let seconds = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < typed.length) {
    const at = PART.lastIndex;
    const found = PART.exec(typed);
    if (found === null) return at === 0 || typed.slice(at).trim() !== "" ? null : seconds;
    seconds += Number((found[1] ?? "").replace(",", ".")) * (UNITS[(found[2] ?? "").toLowerCase()] ?? 0);
  }
  return typed === "" ? null : Math.round(seconds);
}

/** The same span in hours and smaller: working days have no fixed length. */
export function spanText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3_600), "h"],
    [Math.floor((seconds % 3_600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return said.length === 0 ? "0 min" : said.join(" ");
}
