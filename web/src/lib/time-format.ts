/** Times in the reader's zone and language. The API speaks UTC only. */

/** English dates and lists are written as in Britain. */
export const localeOf = (language: string): string => (language === "en" ? "en-GB" : language);

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let found = cache.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(localeOf(language), options);
    cache.set(key, found);
  }
  return found;
}

/** Everything there is to say about an instant: weekday, seconds, offset. */
export const fullTime = (instant: string, language: string): string =>
  formatter(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "longOffset",
  }).format(new Date(instant));

/** A day as a heading: "Thursday 26 November". */
export const dayName = (instant: string, language: string): string =>
  formatter(language, { weekday: "long", day: "numeric", month: "long" }).format(new Date(instant));

/** A day without a time, as it was chosen: "30 November 2026". */
export const dateInWords = (day: string, language: string): string =>
  formatter(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A wall clock without a zone, in numbers: "30/11/2026, 09:00". */
export const inNumbers = (when: Date, language: string, withTime: boolean): string =>
  formatter(language, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    ...(withTime ? ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const) : {}),
    timeZone: "UTC",
  }).format(when);

/** Whether they write 11/30 for the 30th of November. */
export function monthFirst(language: string): boolean {
  const parts = formatter(language, {})
    .formatToParts(0)
    .map(({ type }) => type);
  return parts.indexOf("month") < parts.indexOf("day");
}

/** How people call a zone: by its city. */
export const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** An instant on the calendar of a place: "Mon 30 Nov, 09:00, Berlin". */
export const timeAt = (instant: string, zone: string, language: string): string => {
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const said = formatter(language, { ...day, ...clock, timeZone: zone }).format(new Date(instant));
  return `${said}, ${cityOf(zone)}`;
};

/** What the clock says there. */
export const clockAt = (instant: number, zone: string, language: string): string =>
  formatter(language, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant);

/** An instant by its day: "Mon 30 Nov, 12:00", or "today 12:00". */
export function dayAndTime(instant: string, now: number, language: string): string {
  const then = new Date(instant);
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  if (then.toDateString() === new Date(now).toDateString()) {
    const today = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day");
    return `${today} ${formatter(language, clock).format(then)}`;
  }
  const far = then.getFullYear() !== new Date(now).getFullYear();
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  return formatter(language, { ...day, ...(far ? { year: "numeric" } : {}), ...clock }).format(then);
}

/** The day of an instant there, to compare with other days. */
export const dayAt = (instant: number, zone: string): string =>
  formatter("en", { dateStyle: "short", timeZone: zone }).format(instant);

/** As short as the distance allows: the time today, day and month this year, else the date. */
export function shortTime(instant: string, now: number, language: string): string {
  const then = new Date(instant);
  const today = new Date(now);
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  if (then.toDateString() === today.toDateString()) return formatter(language, clock).format(then);
  const date = { day: "numeric", month: "short" } as const;
  if (then.getFullYear() === today.getFullYear())
    return formatter(language, { ...date, ...clock }).format(then);
  return formatter(language, { ...date, year: "numeric" }).format(then);
}

const WEEK_MS = 6 * 86_400_000;

/** In a table: the time alone today, the weekday with it within a week, else as short as it can be said. */
export function dayTime(instant: string, now: number, language: string): string {
  const then = new Date(instant);
  const isNear = Math.abs(then.getTime() - now) < WEEK_MS;
  if (!isNear || then.toDateString() === new Date(now).toDateString())
    return shortTime(instant, now, language);
  return formatter(language, { weekday: "short", hour: "2-digit", minute: "2-digit" }).format(then);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function relativeTime(instant: string, now: number, language: string): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return words.format(0, "second");
}

const UNITS: Record<string, [string, string, string, string]> = {
  en: ["d", "h", "m", "s"],
  de: ["T", "h", "min", "s"],
};

/** A span in its two largest units, narrow enough for a table: "3 d 4 h", "2 h 05 m", "4 m 09 s". */
export function span(totalSeconds: number, language: string): string {
  const [day, hour, minute, second] = UNITS[language] ?? UNITS.en ?? ["d", "h", "m", "s"];
  const whole = Math.floor(Math.abs(totalSeconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  if (days > 0) return `${days} ${day} ${hours} ${hour}`;
  if (hours > 0) return `${hours} ${hour} ${two(minutes)} ${minute}`;
  if (minutes > 0) return `${minutes} ${minute} ${two(whole % 60)} ${second}`;
  return `${whole} ${second}`;
}

/** Working time in hours and minutes: a working day has no fixed length, so days would mislead. */
export function workSpan(totalSeconds: number, language: string): string {
  const [, hour, minute] = UNITS[language] ?? ["d", "h", "m"];
  const minutes = Math.floor(Math.max(totalSeconds, 0) / 60);
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${rest} ${minute}`;
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${String(rest).padStart(2, "0")} ${minute}`;
}

export function fileSize(bytes: number, language: string): string {
  const units = ["byte", "kilobyte", "megabyte"] as const;
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)), units.length - 1);
  const unit = units[power] ?? "byte";
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: power === 2 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}
