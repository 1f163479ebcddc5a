import { describe, expect, test } from "vitest";

import type { Question, Topic } from "@/api/types";

import { carried } from "../asking";
import { answersOf, asked, inSight, inWords, lacking, type Given } from "../topics";

const aQuestion = (id: string, part: Partial<Question> = {}): Question => ({
  id,
  type: "text",
  label: { en: id },
  help: {},
  required: false,
  choices: [],
  when: null,
  ...part,
});

const aTopic = (...questions: Question[]): Topic => ({
  ...{ id: "t", name: { en: "T" }, icon: "box", asks_asset: false },
  questions,
});

const CHAIN = aTopic(
  aQuestion("a", { type: "choice" }),
  aQuestion("b", { type: "yes_no", when: { question: "a", answers: ["x", "y"] } }),
  aQuestion("c", { when: { question: "b", answers: ["no"] } }),
);

test.each<[Given, string]>([
  [{}, "a"],
  [{ a: "x" }, "a b"],
  [{ a: "y", b: false }, "a b c"],
  [{ a: "x", b: true }, "a b"],
  [{ a: "z", b: false }, "a"],
  [{ b: false }, "a"],
])("%o is asked %s", (given, ids) => {
  expect(
    asked(CHAIN, given)
      .map(({ id }) => id)
      .join(" "),
  ).toBe(ids);
});

describe("what is in sight", () => {
  const SIX = aTopic(...["a", "b", "c", "d", "e", "f"].map((id) => aQuestion(id)));
  test.each<[Given, string[], string, boolean]>([
    [{}, [], "abc", true],
    [{ a: "1" }, [], "abcd", true],
    [{ a: "1", b: "2", c: "3" }, [], "abcdef", false],
    [{}, ["a", "b", "c"], "abcdef", false],
    [{}, ["a"], "abcd", true],
    // What is answered stays in sight, whatever is taken back before it.
    [{ e: "5" }, [], "abcde", true],
  ])("%o, gone by %o: %s", (given, passed, ids, more) => {
    const sight = inSight(SIX, given, new Set(passed));
    expect([sight.questions.map(({ id }) => id).join(""), sight.more]).toEqual([ids, more]);
  });
});

test("only what is asked and says something is sent, numbers as numbers", () => {
  const topic = aTopic(aQuestion("a"), aQuestion("n", { type: "number" }), ...CHAIN.questions.slice(2));
  expect(answersOf(topic, { a: " ", n: "2,5", c: "hidden" })).toEqual({ n: 2.5 });
});

test.each([
  [{ required: true }, undefined, "answer"],
  [{ required: true }, "  ", "answer"],
  [{}, undefined, null],
  [{ type: "number" }, "two", "number"],
  [{ type: "number" }, "0", null],
  [{ type: "yes_no", required: true }, false, null],
  [{ type: "date" }, "", null],
  [{ type: "date" }, "2026-02-30", "date"],
  [{ type: "date" }, "2026--3", "date"],
  [{ type: "date" }, "2026-02-28", null],
] as const)("%o answered by %o lacks %o", (part, value, why) => {
  expect(lacking(aQuestion("q", part), value === undefined ? {} : { q: value })).toBe(why);
});

test("words are the reader's, else any there are", () => {
  expect(inWords({ en: "Yes", de: "Ja" }, "de")).toBe("Ja");
  expect(inWords({ en: "Yes" }, "de")).toBe("Yes");
  expect(inWords({ fr: "Oui" }, "de")).toBe("Oui");
});

test("what is typed on the first page keeps a description that was there", () => {
  expect(carried("  VPN   breaks ", {})).toEqual({ subject: "VPN breaks" });
  expect(carried("", {})).toEqual({});
  const long = "word ".repeat(40).trim();
  expect(carried(long, {})).toMatchObject({ description: long });
  expect(carried(long, { description: "Mine" })).not.toHaveProperty("description");
});
