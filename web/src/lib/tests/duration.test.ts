import { expect, test } from "vitest";

import { parseSpan, spanText } from "@/lib/duration";

test.each([
  ["4 h", 14_400],
  ["4", 14_400],
  ["0,5", 1_800],
  ["1h 30min", 5_400],
  ["90 m", 5_400],
  ["2 d", 172_800],
  ["1 T 2 h", 93_600],
  ["", null],
  ["soon", null],
  ["4 hours and more", null],
])("%s is %s seconds", (text, seconds) => {
  expect(parseSpan(text)).toBe(seconds);
});

test.each([60, 1_800, 5_400, 14_400, 144_000, 3_661])(
  "%s seconds are read as they are written",
  (seconds) => {
    expect(parseSpan(spanText(seconds))).toBe(seconds);
  },
);
