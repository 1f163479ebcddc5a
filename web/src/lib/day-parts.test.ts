import { describe, expect, test } from "vitest";

import { isDay, joined, monthName, partOrder, partsOf } from "./day-parts";

describe("a day in three parts", () => {
  test.each([
    ["en", ["day", "month", "year"]],
    ["de", ["day", "month", "year"]],
    ["en-US", ["month", "day", "year"]],
    ["sv", ["year", "month", "day"]],
  ])("is asked in the order of %s", (language, order) => {
    expect(partOrder(language)).toEqual(order);
  });

  test("has its months' names in the language of the page", () => {
    expect(monthName(3, "de")).toBe("März");
    expect(monthName(12, "en")).toBe("December");
  });

  test("comes back as it was typed, whole or not", () => {
    for (const typed of [
      { day: "3", month: "12", year: "2026" },
      { day: "", month: "5", year: "" },
      { day: "x", month: "", year: "26" },
    ])
      expect(partsOf(joined(typed))).toEqual(typed);
    expect(joined({ day: " 3", month: "12", year: "2026 " })).toBe("2026-12-03");
    expect(joined({ day: "", month: "", year: "" })).toBe("");
  });

  test.each([
    ["2026-11-30", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-11-31", false],
    ["26-11-30", false],
    ["2026--30", false],
    ["1969-12-31", false],
    ["2199-12-31", true],
    ["2200-01-01", false],
  ])("%s is a day: %s", (value, is) => {
    expect(isDay(value)).toBe(is);
  });
});
