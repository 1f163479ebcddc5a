import { expect, test } from "vitest";

import { fileSize, fullTime, shortTime, span, workSpan } from "@/lib/time-format";

test.each([
  [9, "9 s"],
  [249, "4 m 09 s"],
  [7_500, "2 h 05 m"],
  [273_600, "3 d 4 h"],
  [-61, "1 m 01 s"],
])("%d seconds are said as %s", (seconds, words) => {
  expect(span(seconds, "en")).toBe(words);
});

test("a span is said in the reader's language", () => {
  expect(span(7_500, "de")).toBe("2 h 05 min");
});

test.each([
  [144_000, "40 h"],
  [5_400, "1 h 30 m"],
  [900, "15 m"],
])("%d seconds of work are %s", (seconds, words) => {
  expect(workSpan(seconds, "en")).toBe(words);
});

test("an instant is short on the page and complete on hover, offset included", () => {
  const at = "2026-11-23T09:05:07Z";
  expect(shortTime(at, Date.parse("2026-11-25T09:00:00Z"), "en")).toMatch(/23 Nov/);
  expect(fullTime(at, "en")).toMatch(/Monday.*23 November 2026.*05:07.*GMT/);
});

test("sizes are said in words people know", () => {
  expect([fileSize(900, "en"), fileSize(18_204, "en"), fileSize(25_000_000, "de")]).toEqual([
    "900 bytes",
    "18 kB",
    "25 MB",
  ]);
});
