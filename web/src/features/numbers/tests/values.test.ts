import { describe, expect, test } from "vitest";

import { askedFor, figuredBy } from "../address";
import { changeOf, sparkline, valueText } from "../values";

describe("A figure in words", () => {
  test("is said in its unit and the reader's language", () => {
    expect(valueText(1234.5, "count", "de")).toBe("1.234,5");
    expect(valueText(0.874, "share", "en")).toBe("87%");
    expect(valueText(5400, "seconds", "en")).toBe("1 h 30 m");
    expect(valueText(4.25, "mean", "de")).toBe("4,3");
    expect(valueText(0.001634, "dollars", "en")).toBe("US$0.0016");
    expect(valueText(1204.5, "dollars", "en")).toBe("US$1,204.50");
    expect(valueText(null, "seconds", "en")).toBe("–");
  });

  test("changes by an amount in its unit, shares by points", () => {
    expect(changeOf(12, 9, "count", "en")).toEqual({ way: "more", amount: "3" });
    expect(changeOf(0.8, 0.875, "share", "en")).toEqual({ way: "less", amount: "8" });
    expect(changeOf(3600, 7200, "seconds", "en")).toEqual({ way: "less", amount: "1 h 00 m" });
    expect(changeOf(4.01, 4, "mean", "en")).toEqual({ way: "same", amount: "" });
    expect(changeOf(0.0016, 0.0018, "dollars", "en")).toEqual({ way: "less", amount: "US$0.0002" });
    expect(changeOf(100.5, 100, "dollars", "en")).toEqual({ way: "same", amount: "" });
    expect(changeOf(5, null, "mean", "en")).toEqual({ way: "unknown", amount: "" });
  });
});

describe("The line of a tile", () => {
  test("goes from zero up, with gaps where nothing was", () => {
    expect(sparkline([0, 10, 5])).toBe("M0.0 38.0L50.0 2.0L100.0 20.0");
    expect(sparkline([4, null, 2])).toBe("M0.0 2.0h0.1M100.0 20.0h0.1");
    expect(sparkline([null, null])).toBe("");
    expect(sparkline([0, 0])).toBe("M0.0 38.0L100.0 38.0");
  });
});

describe("The page in the address", () => {
  test("is what it can be", () => {
    expect(figuredBy({ page: "teams", days: 90, team: "l1", priority: "P1", tables: true })).toEqual({
      page: "teams",
      days: "90",
      team: "l1",
      priority: "P1",
      tables: true,
    });
    expect(figuredBy({ page: "x", days: "12", team: 7, priority: "P9", tables: "yes" })).toEqual({});
  });

  test("asks for so many days up to today, where the reader is", () => {
    const late = Date.parse("2026-11-30T23:30:00Z");
    expect(askedFor({ days: "7", team: "l1" }, late, "Europe/Berlin")).toEqual({
      from: "2026-11-25",
      to: "2026-12-01",
      by: "day",
      team: "l1",
    });
    expect(askedFor({ days: "365" }, late, "UTC")).toEqual({
      from: "2025-12-01",
      to: "2026-11-30",
      by: "month",
    });
  });
});
