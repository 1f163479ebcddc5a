import { expect, test } from "vitest";

import { narrowedTo, translatedFrom } from "../address";
import { actsOn } from "../steps";

test("what readers see is moved by leads alone", () => {
  expect(actsOn("draft", false)).toEqual(["in_review"]);
  expect(actsOn("published", false)).toEqual([]);
  expect(actsOn("draft", true)).toEqual(["published", "in_review", "archived"]);
});

test("an address narrows the list by what there is", () => {
  expect(narrowedTo({ state: "draft", category: "network", language: "de" })).toEqual({
    state: "draft",
    category: "network",
    language: "de",
  });
  expect(narrowedTo({ state: "lost", category: 7, language: "deutsch" })).toEqual({});
  expect(translatedFrom({ from: "en" })).toEqual({ from: "en" });
  expect(translatedFrom({ from: "english" })).toEqual({});
});
