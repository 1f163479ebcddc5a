import { describe, expect, test } from "vitest";

import { aTicket, cardOf } from "@/testing/builders";

import { arranged, withTail } from "../calm-order";

const cards = (ids: string, state = "open") =>
  Array.from(ids).map((id) => cardOf(aTicket({ id, subject: `${id} ${state}` })));
const ids = (shown: string, now: string) =>
  arranged(cards(shown), cards(now))
    .rows.map(({ card, gone }) => (gone ? `(${card.id})` : card.id))
    .join("");

describe("rows", () => {
  test.each([
    { what: "one comes before all", shown: "abc", now: "xabc", stand: "abc", changes: 1 },
    { what: "one goes", shown: "abc", now: "ac", stand: "a(b)c", changes: 1 },
    { what: "one would move", shown: "abcd", now: "dabc", stand: "abcd", changes: 1 },
    { what: "one goes and another comes", shown: "abc", now: "axc", stand: "a(b)c", changes: 2 },
    { what: "all is turned round", shown: "abcd", now: "dcba", stand: "abcd", changes: 3 },
    { what: "nothing is new", shown: "abc", now: "abc", stand: "abc", changes: 0 },
    { what: "all go", shown: "ab", now: "", stand: "(a)(b)", changes: 2 },
  ])("keep their places when $what", ({ shown, now, stand, changes }) => {
    expect(ids(shown, now)).toBe(stand);
    expect(arranged(cards(shown), cards(now)).changes).toBe(changes);
  });

  test("change where they stand", () => {
    const { rows, changes } = arranged(cards("ab"), cards("ab", "solved"));
    expect(rows.map(({ card }) => card.subject)).toEqual(["a solved", "b solved"]);
    expect(changes).toBe(0);
  });
});

test("another page comes below, and what came between meanwhile still waits", () => {
  const shown = withTail(cards("abc"), cards("axbcdef"));
  expect(shown.map(({ id }) => id).join("")).toBe("abcdef");
  expect(arranged(shown, cards("axbcdef")).came.map(({ id }) => id)).toEqual(["x"]);
});
