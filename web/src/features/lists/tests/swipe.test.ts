import { expect, test } from "vitest";

import { isAtEdge, isEnough, meaningOf, sideOf } from "../swipe";

test.each([
  [{ x: 4, y: -9 }, null],
  [{ x: 12, y: 3 }, "row"],
  [{ x: -12, y: 7 }, "row"],
  [{ x: 12, y: 9 }, "list"],
  [{ x: 3, y: -40 }, "list"],
] as const)("a finger that goes %j means %s", (gone, meaning) => {
  expect(meaningOf(gone)).toBe(meaning);
});

test("ends of a line lie the other way round from right to left", () => {
  expect([40, -40].map((x) => sideOf({ x, y: 0 }, false))).toEqual(["end", "start"]);
  expect([40, -40].map((x) => sideOf({ x, y: 0 }, true))).toEqual(["start", "end"]);
});

test("letting go does it from a third of a narrow row, or a thumb's way of a wide one", () => {
  expect([95, 96, -96].map((x) => isEnough({ x, y: 0 }, 390))).toEqual([false, true, true]);
  expect([59, 60].map((x) => isEnough({ x, y: 0 }, 200))).toEqual([false, true]);
});

test("what begins at the edge of a window is the browser's", () => {
  expect([10, 24, 366, 380].map((x) => isAtEdge(x, 390))).toEqual([true, false, false, true]);
});
