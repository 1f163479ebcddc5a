import { describe, expect, test } from "vitest";

import { dayOf, held, inOrder, loadOf, partOf, receivers, toneOf, within } from "../now";
import { aWorkload } from "../testing";

const HOUR = 3_600_000;
const day = { start: 0, end: 24 * HOUR };
const stretch = (from: number, to: number) => ({
  start: new Date(from * HOUR).toISOString(),
  end: new Date(to * HOUR).toISOString(),
});

test.each([
  [0, 10, 0, "ok"],
  [8, 10, 0.8, "ok"],
  [9, 10, 0.9, "warn"],
  [10, 10, 1, "warn"],
  [11, 10, 1.1, "bad"],
  [0, 0, 0, "ok"],
  [1, 0, Infinity, "bad"],
])("%i of %i is a load of %f, which is %s", (has, capacity, load, tone) => {
  expect(loadOf({ held: has, capacity })).toBe(load);
  expect(toneOf(load)).toBe(tone);
});

describe("the order", () => {
  const people = [
    aWorkload({ id: "a", name: "Ada", held: 2, missed: 0, due: 1, untouched: "2026-11-23T08:00:00Z" }),
    aWorkload({ id: "b", name: "Bob", held: 9, missed: 0, due: 0, untouched: null }),
    aWorkload({ id: "c", name: "Cem", held: 2, missed: 3, due: 0, untouched: "2026-11-20T08:00:00Z" }),
  ];

  test.each([
    ["load", "bac"],
    ["missed", "cab"],
    ["untouched", "cab"],
    ["name", "abc"],
  ] as const)("by %s is %s", (order, expected) => {
    expect(
      inOrder(people, order)
        .map(({ id }) => id)
        .join(""),
    ).toBe(expected);
  });

  test("stays while somebody has a hand on it: who comes stands last, who left is gone", () => {
    expect(held(["c", "a", "b"], ["a", "d", "c"])).toEqual(["c", "a", "d"]);
  });

  test("of receivers begins with the most room, without the owner and other teams", () => {
    const other = aWorkload({ id: "d", teams: ["it-operations"], held: 0 });
    const found = receivers([...people, other], "service-desk", "b").map(({ id }) => id);
    expect([...found].sort()).toEqual(["a", "c"]);
    expect(receivers(people, "service-desk", "a").map(({ id }) => id)).toEqual(["c", "b"]);
    expect(receivers(people, null, "a")).toEqual([]);
  });
});

describe("a day", () => {
  test("is cut out of shifts, and what goes on is one part", () => {
    const shifts = [stretch(-6, -2), stretch(-1, 2), stretch(2, 4), stretch(8, 12), stretch(23, 30)];
    expect(within(shifts, day)).toEqual([
      [0, 4 * HOUR],
      [8 * HOUR, 12 * HOUR],
      [23 * HOUR, 24 * HOUR],
    ]);
  });

  test("is drawn in hundredths", () => {
    expect(partOf([6 * HOUR, 18 * HOUR], day)).toEqual({ left: 25, width: 50 });
  });

  test("is the reader's own, from midnight to midnight", () => {
    const { start, end } = dayOf(Date.parse("2026-11-23T09:00:00Z"));
    expect([new Date(start).getHours(), new Date(end).getHours(), (end - start) / HOUR]).toEqual([0, 0, 24]);
  });
});
