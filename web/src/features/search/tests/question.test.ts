import { describe, expect, test } from "vitest";

import { searchedBy } from "../address";
import {
  completed,
  condition,
  conditionsIn,
  suggested,
  toggled,
  typedAt,
  withoutConditions,
  type Operator,
} from "../question";

const OPERATORS: Operator[] = [
  { name: "is", label: "It is", values: [{ value: "mine", label: "mine" }] },
  {
    ...{ name: "state", label: "Status" },
    values: [
      { value: "new", label: "Neu" },
      { value: "on_hold", label: "Zurückgestellt" },
    ],
  },
  { name: "team", label: "Team", values: [{ value: "second level", label: "Second level" }] },
  { name: "from", label: "Requester", values: [], example: "name or address" },
];

const texts = (typed: string) => suggested(OPERATORS, typed).map(({ text }) => text);

describe("a question", () => {
  test.each([
    ["drucker", "state:new", "state:new drucker"],
    ["state:new drucker", "state:new", "drucker"],
    ['team:"second level" drucker', 'team:"Second Level"', "drucker"],
    ["", "state:new", "state:new"],
    ["State:New", "state:new", ""],
    ['"paper jam', "state:new", 'state:new "paper jam'],
  ])("%j takes %j on, and lets it go: %j", (question, one, expected) => {
    expect(toggled(question, one)).toBe(expected);
  });

  test("quotes a value that has spaces, and no quotes in quotes", () => {
    expect(condition("team", "hardware")).toBe("team:hardware");
    expect(condition("team", 'second "level"')).toBe('team:"second  level"');
  });

  test("tells its conditions from its words", () => {
    const question = 'drucker -state:new team:"second level" "a:b c" 10:30';
    expect(conditionsIn(question)).toEqual(["-state:new", 'team:"second level"']);
    expect(withoutConditions(question)).toBe('drucker "a:b c" 10:30');
  });
});

describe("while typing", () => {
  test.each([
    ["drucker sta", 11, "sta"],
    ["sta drucker", 3, "sta"],
    ["drucker ", 8, ""],
    ['team:"second le', 15, 'team:"second le'],
  ])("the word at the caret of %j is what may become a condition", (question, caret, text) => {
    expect(typedAt(question, caret).text).toBe(text);
  });

  test.each([
    ["", ["is:", "state:", "team:", "from:"]],
    ["st", ["state:"]],
    ["req", ["from:"]],
    ["neu", ["state:new"]],
    ["state:", ["state:new", "state:on_hold"]],
    ["state:zur", ["state:on_hold"]],
    ["-state:n", ["-state:new"]],
    ["team:sec", ['team:"second level"']],
    ["state:new", []],
    ["from:sofie", []],
    ["drucker", []],
  ])("%j is offered %j", (typed, expected) => {
    expect(texts(typed)).toEqual(expected);
  });

  test("a name is followed by its value, a whole condition by the next word", () => {
    const word = typedAt("drucker sta flur", 11);
    expect(completed("drucker sta flur", word, "state:")).toEqual({
      question: "drucker state:flur",
      caret: 14,
    });
    expect(completed("drucker sta", typedAt("drucker sta", 11), "state:new")).toEqual({
      ...{ question: "drucker state:new ", caret: 18 },
    });
  });
});

test("an address may say anything", () => {
  expect(searchedBy({ q: 2026, sort: "best" })).toEqual({ q: "2026", sort: "best" });
  expect(searchedBy({ q: ["a"], sort: "worst" })).toEqual({});
  expect(searchedBy({ q: "x".repeat(900) }).q).toHaveLength(500);
});
