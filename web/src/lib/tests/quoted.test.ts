import { expect, test } from "vitest";

import { asQuote, splitQuoted } from "../quoted";

test.each([
  ["nothing", "It smokes.\n\nAgain.", ""],
  ["a quote", "Yes.", "\n\n> Is it on?\n>\n> Regards"],
  ["a quote and who wrote it", "Yes.", "\nOn Monday, Tom Berger wrote:\n> Is it on?"],
  ["a quote and who wrote it, in German", "Ja.", "\nAm 24.11.2026 um 10:00 schrieb Tom:\n\n> Läuft es?\n"],
  ["a signature", "Yes.", "\n-- \nTom Berger\n> not a quote"],
  ["a quote above a signature", "Yes.", "\n> Is it on?\n\n--\nTom"],
])("%s at the end is told apart", (_, shown, hidden) => {
  const split = splitQuoted(shown + hidden);
  expect(split.shown.trimEnd()).toBe(shown);
  expect(split.shown + split.hidden).toBe(shown + hidden);
  expect(split.hidden.trim()).toBe(hidden.trim());
});

test.each([
  ["a quote with an answer below it", "> Is it on?\n\nYes."],
  ["nothing but a quote", "> Is it on?"],
  ["a line that begins a list", "-- first\n-- second"],
  ["a first line of dashes", "--\nTom"],
])("%s is shown whole", (_, text) => {
  expect(splitQuoted(text)).toEqual({ shown: text, hidden: "" });
});

test("what is quoted stands behind signs, without what it quoted itself", () => {
  expect(asQuote("Yes.\n\nIt is on.\n\n> Is it on?")).toBe("> Yes.\n>\n> It is on.\n");
});
