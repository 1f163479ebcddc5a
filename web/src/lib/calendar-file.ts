/** A calendar file taken apart for a form and put together again; what the form does not know stays in `rest`. */
import {
  WEEKDAYS,
  type CalendarFile,
  type HalfDay,
  type Interval,
  type NamedDay,
  type Weekday,
} from "@/api/settings-types";

export type Week = Record<Weekday, Interval[]>;

/** A day that differs: closed, or with hours of its own. The date is "2026-12-24", or "12-24" in every year. */
export interface SpecialDay {
  date: string;
  name: string;
  hours: Interval[];
}

/** A holiday that is kept on another day this once. */
export interface MovedHoliday {
  from: string;
  to: string;
}

export interface Hours {
  timezone: string;
  always: boolean;
  week: Week;
  special: SpecialDay[];
  moved: MovedHoliday[];
  rest: Record<string, unknown>;
}

const PARTS = new Set(["timezone", "week", "holidays", "recurring_holidays", "half_days", "moved_holidays"]);
const OFFICE: Interval[] = [["08:00", "17:00"]];

export const emptyWeek = (): Week => ({ mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] });

export const officeHours = (timezone: string): Hours => ({
  timezone,
  always: false,
  week: { ...emptyWeek(), mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
  special: [],
  moved: [],
  rest: {},
});

const closed = (day: string | NamedDay): SpecialDay =>
  typeof day === "string"
    ? { date: day, name: "", hours: [] }
    : { date: day.date, name: day.name ?? "", hours: [] };

const half = ([date, day]: [string, Interval[] | HalfDay]): SpecialDay =>
  Array.isArray(day) ? { date, name: "", hours: day } : { date, name: day.name ?? "", hours: day.hours };

export function readHours(file: CalendarFile): Hours {
  const special = [
    ...(file.holidays ?? []).map(closed),
    ...(file.recurring_holidays ?? []).map(closed),
    ...Object.entries(file.half_days ?? {}).map(half),
  ];
  return {
    timezone: file.timezone ?? "UTC",
    always: file.week === "24x7",
    week: { ...emptyWeek(), ...(typeof file.week === "object" ? file.week : {}) },
    special: special.sort((one, two) => one.date.localeCompare(two.date)),
    moved: Object.entries(file.moved_holidays ?? {}).map(([from, to]) => ({ from, to })),
    rest: Object.fromEntries(Object.entries(file).filter(([key]) => !PARTS.has(key))),
  };
}

export const isYearly = (date: string): boolean => /^\d\d-\d\d$/.test(date);

const named = ({ date, name }: SpecialDay): string | NamedDay => (name === "" ? date : { date, name });

export function writeHours({ timezone, always, week, special, moved, rest }: Hours): CalendarFile {
  const days = special.filter(({ hours }) => hours.length === 0);
  const own = days.filter(({ date }) => !isYearly(date)).map(named);
  const yearly = days.filter(({ date }) => isYearly(date)).map(named);
  const halves = special.filter(({ hours }) => hours.length > 0);
  const open: Partial<Week> = {};
  for (const day of WEEKDAYS) if (week[day].length > 0) open[day] = week[day];
  return {
    ...rest,
    timezone,
    week: always ? "24x7" : open,
    ...(own.length > 0 && { holidays: own }),
    ...(yearly.length > 0 && { recurring_holidays: yearly }),
    ...(halves.length > 0 && {
      half_days: Object.fromEntries(
        halves.map(({ date, name, hours }) => [date, name === "" ? hours : { name, hours }]),
      ),
    }),
    ...(moved.length > 0 && {
      moved_holidays: Object.fromEntries(moved.map(({ from, to }) => [from, to])),
    }),
  };
}
