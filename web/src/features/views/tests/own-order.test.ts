import { expect, test } from "vitest";

import { inOwnOrder, movedBy, movedTo } from "../own-order";

const views = ["a", "b", "c", "d"].map((id) => ({ id }));
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).join("");

test("those that were placed stand first, also when others have gone or come since", () => {
  expect(ids(inOwnOrder(views, []))).toBe("abcd");
  expect(ids(inOwnOrder(views, ["d", "gone", "b"]))).toBe("dbac");
});

test("one moves by a place, and not beyond an end", () => {
  expect(movedBy(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(movedBy(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(movedBy(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
  expect(movedBy(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  expect(movedBy(["a"], "gone", 1)).toEqual(["a"]);
});

test("one is put where another stands, from above and from below", () => {
  expect(movedTo(["a", "b", "c"], "a", "c")).toEqual(["b", "c", "a"]);
  expect(movedTo(["a", "b", "c"], "c", "a")).toEqual(["c", "a", "b"]);
  expect(movedTo(["a", "b", "c"], "a", "gone")).toEqual(["a", "b", "c"]);
});
