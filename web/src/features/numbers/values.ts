/** A figure in words: what it is, and how it changed. */
import { localeOf, span } from "@/lib/time-format";

export type Unit = "count" | "seconds" | "share" | "mean" | "dollars";
export type Value = number | null | undefined;

export const NOTHING = "–";

export function valueText(value: Value, unit: Unit, language: string): string {
  if (value === null || value === undefined) return NOTHING;
  const locale = localeOf(language);
  switch (unit) {
    case "seconds":
      return span(value, language);
    case "share":
      return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(value);
    case "mean":
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
    case "dollars":
      return dollarsText(value, language);
    case "count":
      return new Intl.NumberFormat(locale).format(value);
  }
}

/** A ticket costs parts of a cent: of small sums the first two digits tell. */
export function dollarsText(value: number, language: string): string {
  const small = value !== 0 && Math.abs(value) < 1;
  const digits = small ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(localeOf(language), { style: "currency", currency: "USD", ...digits }).format(
    value,
  );
}

export type Way = "more" | "less" | "same" | "unknown";

export interface Change {
  way: Way;
  /** By how much, in the figure's own unit; of shares in points of a hundred. */
  amount: string;
}

export function changeOf(value: Value, before: Value, unit: Unit, language: string): Change {
  if (typeof value !== "number" || typeof before !== "number") return { way: "unknown", amount: "" };
  if (unit === "dollars") return dollarsMore(value, before, language);
  const points = unit === "share" ? 100 : 1;
  // To a thousandth: halves of what cannot be written in twos would be rounded either way.
  const by = Math.round((value - before) * points * 1000) / 1000;
  const least = unit === "mean" ? 0.05 : 0.5;
  if (Math.abs(by) < least) return { way: "same", amount: "" };
  const shown = unit === "share" ? "count" : unit;
  const size = unit === "mean" ? Math.abs(by) : Math.round(Math.abs(by));
  return { way: by > 0 ? "more" : "less", amount: valueText(size, shown, language) };
}

/** What is less than a hundredth of what it was is no change. */
function dollarsMore(value: number, before: number, language: string): Change {
  const by = value - before;
  if (Math.abs(by) <= Math.abs(before) / 100) return { way: "same", amount: "" };
  return { way: by > 0 ? "more" : "less", amount: dollarsText(Math.abs(by), language) };
}

/** The line of a tile in a box of 100 by 40, from zero up; where nothing was there is a gap. */
export function sparkline(values: readonly Value[]): string {
  const known = values.filter((value): value is number => typeof value === "number");
  const top = Math.max(...known, 0);
  if (known.length === 0) return "";
  const x = (place: number) => (values.length === 1 ? 50 : (100 * place) / (values.length - 1));
  const y = (value: number) => (top === 0 ? 38 : 38 - (36 * value) / top);
  let drawn = "";
  let gap = true;
  values.forEach((value, place) => {
    if (typeof value === "number") {
      drawn += `${gap ? "M" : "L"}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
      // One alone between gaps is seen, too.
      if (gap && typeof values[place + 1] !== "number") drawn += "h0.1";
    }
    gap = typeof value !== "number";
  });
  return drawn;
}
