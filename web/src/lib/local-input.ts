/** What a datetime-local field holds: the reader's wall clock to the minute, without a zone. */

const two = (value: number): string => String(value).padStart(2, "0");

export const localInput = (when: Date): string =>
  `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}T${two(when.getHours())}:${two(when.getMinutes())}`;

/** The instant it means, as the API takes it; null while it means none. */
export function instantOf(value: string): string | null {
  const when = new Date(value);
  return value === "" || Number.isNaN(when.getTime()) ? null : when.toISOString();
}

export const localDay = (when: Date): string => localInput(when).slice(0, 10);

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** So many days on, at a full hour of the reader's day. */
export function inDays(now: number, days: number, hour: number): Date {
  const when = new Date(now);
  when.setDate(when.getDate() + days);
  when.setHours(hour, 0, 0, 0);
  return when;
}

const THREE_HOURS_MS = 3 * 3_600_000;
const QUARTER_MS = 900_000;

/** Later the same day, at the next quarter of an hour. */
export const inThreeHours = (now: number): Date =>
  new Date(Math.ceil((now + THREE_HOURS_MS) / QUARTER_MS) * QUARTER_MS);
