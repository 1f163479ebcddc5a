/** A day that is written in three parts. Until it is whole it stands as they were typed: "2026--5". */

import { localeOf } from "./time-format";

export const PARTS = ["day", "month", "year"] as const;
export type Part = (typeof PARTS)[number];
export type Parts = Readonly<Record<Part, string>>;

/** Months go from 1 to 12. */
export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

const isPart = (type: string): type is Part => (PARTS as readonly string[]).includes(type);

/** In which order a language writes them. */
export const partOrder = (language: string): Part[] =>
  new Intl.DateTimeFormat(localeOf(language))
    .formatToParts(0)
    .map(({ type }) => type)
    .filter(isPart);

export const monthName = (month: number, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2026, month - 1, 1),
  );

const bare = (part = ""): string => part.replace(/^0+(?=\d)/, "");

export function partsOf(value: string): Parts {
  const [year = "", month, day] = value.split("-");
  return { day: bare(day), month: bare(month), year };
}

const padded = (part: string): string => (/^\d$/.test(part) ? `0${part}` : part);

/** Nothing at all where nothing is typed. */
export function joined({ day, month, year }: Parts): string {
  const typed = [year.trim(), padded(month), padded(day.trim())];
  return typed.every((part) => part === "") ? "" : typed.join("-");
}

/** One that the calendar has, in the years that the service takes. */
export function isDay(value: string): boolean {
  if (!/^(19[7-9]|20\d|21\d)\d-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
