import { expect, test } from "vitest";

import { NONE, ranged, toggled, withAll } from "../selection";

const ROWS = ["a", "b", "c", "d", "e"];
const ids = (selection: typeof NONE) => [...selection.ids].sort().join("");

test("a row is chosen, and chosen no more", () => {
  const once = toggled(NONE, "b");
  expect(ids(once)).toBe("b");
  expect(ids(toggled(once, "b"))).toBe("");
});

test.each([
  ["b", "d", "bcd"],
  ["d", "b", "bcd"],
  ["c", "c", "c"],
])("a range goes from the last one chosen, %s, to %s: %s", (from, to, expected) => {
  expect(ids(ranged(toggled(NONE, from), to, ROWS))).toBe(expected);
});

test("a range adds to what is chosen, and the next one begins where this began", () => {
  const begun = toggled(toggled(NONE, "a"), "c");
  const once = ranged(begun, "d", ROWS);
  expect(ids(once)).toBe("acd");
  expect(ids(ranged(once, "b", ROWS))).toBe("abcd");
});

test("where the last one is gone from the list, a range is the row itself", () => {
  expect(ids(ranged(toggled(NONE, "x"), "b", ROWS))).toBe("bx");
  expect(ids(ranged(NONE, "b", ROWS))).toBe("b");
});

test("all that are loaded are chosen, and who takes one out of all has no longer all", () => {
  expect(ids(withAll(ROWS))).toBe("abcde");
  expect(toggled({ ...withAll(ROWS), all: true }, "c")).toMatchObject({ all: false });
});
