import { expect, test } from "vitest";

import { asQuote, splitQuoted, withoutQuote } from "../quoted";

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

test.each([
  ["<p>New</p><blockquote><p>Old</p></blockquote>", "<p>New</p>"],
  ["<p>New</p><p>On Monday Tom wrote:</p><blockquote>Old</blockquote><br>", "<p>New</p>"],
  [
    "<div><div>New</div><div><div>Am Montag schrieb Tom:<br></div><blockquote>Old</blockquote></div></div>",
    "<div><div>New</div></div>",
  ],
  ["<div>New</div><div><b>Von:</b> Tom<br><b>Gesendet:</b> Montag</div><div>Old</div>", "<div>New</div>"],
  ["<p>So you said:</p><blockquote>Old</blockquote><p>New</p>", null],
  ["<blockquote>Only this</blockquote>", null],
  ["<p>From: here to there</p>", null],
  ["<p>Plain</p>", null],
])("the quote at the end of a page is folded: %s", (html, shown) => {
  expect(withoutQuote(html)).toBe(shown ?? html);
});
