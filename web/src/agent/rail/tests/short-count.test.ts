import { expect, test } from "vitest";

import { short } from "../short-count";

test.each([
  [1, "en", "1"],
  [999, "en", "999"],
  [1_000, "en", "1k"],
  [1_234, "en", "1.2k"],
  [1_299, "de", "1,2k"],
  [12_999, "en", "12.9k"],
])("%i in %s is %s", (count, language, words) => {
  expect(short(count, language)).toBe(words);
});
