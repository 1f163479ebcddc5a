import { WEEKDAYS, type Weekday } from "@/api/settings-types";

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The name of a weekday in a language. */
export const weekdayName = (day: Weekday, language: string, width: "long" | "short" = "long"): string =>
  new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" }).format(
    MONDAY + WEEKDAYS.indexOf(day) * DAY_MS,
  );
