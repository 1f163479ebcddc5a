import { expect, test } from "vitest";

import { missingLanguages } from "../missing";

const shown = (language: string) => ({ language, shown: 1 });

test("what readers see misses the languages of the pages that nobody wrote it in", () => {
  expect(missingLanguages([shown("en")])).toEqual(["de"]);
  expect(missingLanguages([shown("pl")])).toEqual(["en", "de"]);
  expect(missingLanguages([shown("en"), { language: "de", shown: null }])).toEqual([]);
});

test("what nobody sees misses nothing", () => {
  expect(missingLanguages([{ language: "en", shown: null }])).toEqual([]);
});
