/** Days and times as people type them in their language, and as fields hold them: `2026-11-30`, `09:00`, or both by a T. */
import { inNumbers, monthFirst } from "./time-format";

export type WhenKind = "day" | "time" | "instant";

const two = (value: number): string => String(value).padStart(2, "0");

const TIME = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|uhr|h)?$/i;

/** "9", "0930", "9.30", "9 Uhr", "9:30 pm"; midnight at the end of a day is that at its beginning. */
function timeOf(typed: string): string | null {
  const [, hours = "", minutes = "0", part = ""] = TIME.exec(typed.trim()) ?? [];
  if (hours === "") return null;
  const half = /^[ap]m$/i.test(part);
  const hour = half ? (Number(hours) % 12) + (part.toLowerCase() === "pm" ? 12 : 0) : Number(hours);
  const rest = Number(minutes);
  if (
    hour > 24 ||
    rest > 59 ||
    (hour === 24 && rest > 0) ||
    (half && (Number(hours) < 1 || Number(hours) > 12))
  )
    return null;
  return `${two(hour % 24)}:${two(rest)}`;
}

function dayOf(year: number, month: number, day: number): string | null {
  const when = new Date(Date.UTC(year, month - 1, day));
  const exists = when.getUTCMonth() === month - 1 && when.getUTCDate() === day;
  return exists && year > 999 ? `${year}-${two(month)}-${two(day)}` : null;
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T|[\s,]+|$)(.*)$/;
const PARTS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})(?!\d))?\.?(?:[\s,]+|$)(.*)$/;

/** The day, and what was typed behind it. A day without a year is the next there is. */
function split(typed: string, language: string, today: string): { day: string | null; rest: string } | null {
  const iso = ISO.exec(typed);
  if (iso !== null) {
    const [, year, month, day, rest = ""] = iso;
    return { day: dayOf(Number(year), Number(month), Number(day)), rest };
  }
  const parts = PARTS.exec(typed);
  if (parts === null) return null;
  const [, first, second, year, rest = ""] = parts;
  const [day, month] = monthFirst(language)
    ? [Number(second), Number(first)]
    : [Number(first), Number(second)];
  if (year !== undefined)
    return { day: dayOf(Number(year) + (year.length === 2 ? 2000 : 0), month, day), rest };
  const thisYear = Number(today.slice(0, 4));
  const found = dayOf(thisYear, month, day);
  return { day: found !== null && found < today ? dayOf(thisYear + 1, month, day) : found, rest };
}

interface Known {
  language: string;
  /** As a field holds it. */
  today: string;
  /** At this time of the day, when none is typed. */
  time: string;
}

/** What the field then holds; null of what is no such thing. */
export function whenTyped(kind: WhenKind, typed: string, { language, today, time }: Known): string | null {
  const text = typed.trim();
  if (kind === "time") return timeOf(text);
  const { day = null, rest = "" } = split(text, language, today) ?? {};
  if (day === null) return null;
  if (kind === "day") return rest === "" ? day : null;
  const at = rest === "" ? time : timeOf(rest);
  return at === null ? null : `${day}T${at}`;
}

/** What a field holds, as it is written in the reader's language, with hours from 0 to 23. */
export function whenWritten(kind: WhenKind, value: string, language: string): string {
  // Some engines read what has nothing but a zone as the year 2000.
  if (value === "") return "";
  const when = new Date(kind === "instant" ? `${value}:00Z` : `${value}T00:00:00Z`);
  if (kind === "time" || Number.isNaN(when.getTime())) return value;
  return inNumbers(when, language, kind === "instant");
}
