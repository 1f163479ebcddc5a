import { expect, test } from "vitest";

import { waitOffers } from "../wait-offers";

const MORNINGS = {
  zone: "Europe/Berlin",
  next: "2026-11-30T07:00:00Z",
  third: "2026-12-02T07:00:00Z",
  next_week: "2026-11-30T07:00:00Z",
};
const named = (now: string, mornings: typeof MORNINGS | null = MORNINGS) =>
  waitOffers({ mornings }, Date.parse(now)).map(({ name, digit, at }) => `${digit} ${name} ${at}`);

test("what is put off on a Saturday comes back on a working day", () => {
  expect(named("2026-11-28T10:05:00Z")).toEqual([
    "1 later 2026-11-28T13:15:00.000Z",
    "2 morning 2026-11-30T07:00:00Z",
    "3 threeDays 2026-12-02T07:00:00Z",
    "4 nextWeek 2026-11-30T07:00:00Z",
  ]);
});

test("later today ends with the day of the calendar", () => {
  expect(named("2026-11-28T19:45:00Z")[0]).toBe("1 later 2026-11-28T22:45:00.000Z");
  expect(named("2026-11-28T20:00:00Z")[0]).toMatch(/^2 morning/);
});

test("what has passed meanwhile is not offered", () => {
  expect(named("2026-11-30T20:30:00Z")).toEqual(["3 threeDays 2026-12-02T07:00:00Z"]);
});

test("without a calendar there are no working days to name", () => {
  expect(named("2026-11-28T10:05:00Z", null).every((offer) => offer.startsWith("1 later"))).toBe(true);
});
