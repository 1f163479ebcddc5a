import { expect, test } from "vitest";

import type { CalendarFile } from "@/api/settings-types";
import { readHours, writeHours } from "@/lib/calendar-file";

const FILE: CalendarFile = {
  id: "office",
  name: "Office",
  region: "DE-BE",
  workdays: ["2026-10-31"],
  timezone: "Europe/Berlin",
  week: { mon: [["08:00", "12:00"], ["13:00", "24:00"]], sun: [["22:00", "06:00"]] }, // prettier-ignore
  holidays: ["2026-05-04", { date: "2026-07-01", name: "Summer party" }],
  recurring_holidays: [{ date: "12-31", name: "New Year's Eve" }],
  half_days: {
    "12-24": [["08:00", "12:00"]],
    "2026-06-01": { name: "Stocktaking", hours: [["14:00", "18:00"]] },
  },
  moved_holidays: { "2026-10-03": "2026-10-05" },
};

test("a calendar file comes out of a form as it went in", () => {
  expect(writeHours(readHours(FILE))).toEqual(FILE);
  expect(writeHours(readHours({ timezone: "UTC", week: "24x7" }))).toEqual({ timezone: "UTC", week: "24x7" });
});

test("a closed day that is given hours is a day with hours, and the other way round", () => {
  const hours = readHours(FILE);
  const special = hours.special.map((day) =>
    day.date === "12-31"
      ? { ...day, hours: [["08:00", "12:00"]] as [string, string][] }
      : { ...day, hours: [] },
  );
  const file = writeHours({ ...hours, special });
  expect(file.half_days).toEqual({ "12-31": { name: "New Year's Eve", hours: [["08:00", "12:00"]] } });
  expect(file.recurring_holidays).toEqual(["12-24"]);
});
