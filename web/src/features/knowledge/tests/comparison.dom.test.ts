import { expect, test } from "vitest";

import { compared, paragraphsOf } from "../comparison";

test("paragraphs that both have stay, the others went or came", () => {
  expect(compared(["a", "b", "c"], ["a", "x", "c", "d"])).toEqual([
    { change: "same", text: "a" },
    { change: "removed", text: "b" },
    { change: "added", text: "x" },
    { change: "same", text: "c" },
    { change: "added", text: "d" },
  ]);
  expect(compared([], [])).toEqual([]);
});

test.each([
  [
    ["a", "b"],
    ["b", "a"],
  ],
  [[], ["a"]],
  [
    ["a", "a", "b"],
    ["a", "b", "b"],
  ],
  [
    ["x", "a", "y", "b", "z"],
    ["a", "b"],
  ],
])("what is left of %j and what is new make %j", (before, after) => {
  const parts = compared(before, after);
  const without = (gone: string) => parts.flatMap(({ change, text }) => (change === gone ? [] : [text]));
  expect(without("added")).toEqual(before);
  expect(without("removed")).toEqual(after);
});

test("a text is compared by its paragraphs and points", () => {
  expect(paragraphsOf("<p>One<br>two</p><ol><li><p>three</p></li></ol><pre>four</pre>")).toEqual([
    "One",
    "two",
    "three",
    "four",
  ]);
});
