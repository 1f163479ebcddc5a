import { readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { ALL, filesOf, homes, read, SHARED, SRC } from "@/testing/texts";

const NAMESPACES = ["agent", "common", "portal", "refusals", "settings"];

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each(ALL)("the texts of $home in $file", ({ home, file }) => {
  const english = read(`${home}/en/${file}`);
  const german = read(`${home}/de/${file}`);

  test("have the same keys in both languages", () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("have the same placeholders, and none is empty", () => {
    for (const [key, text] of english) {
      expect(placeholders(german.get(key) ?? ""), key).toEqual(placeholders(text));
      expect(
        [text, german.get(key)].every((one) => one?.trim()),
        key,
      ).toBe(true);
    }
  });
});

test.each(homes)("%s has a file for each language, and none that nobody loads", (home) => {
  expect(readdirSync(join(SRC, home)).filter((name) => !name.includes("."))).toEqual(["de", "en"]);
  expect(filesOf(home, "de")).toEqual(filesOf(home, "en"));
  const loaded = home === SHARED ? NAMESPACES : ["agent", "portal", "settings"];
  expect(loaded).toEqual(expect.arrayContaining(filesOf(home, "en").map((file) => file.slice(0, -5))));
});

test.each(NAMESPACES)("each of the %s texts stands in one place", (namespace) => {
  const keys = ALL.filter(({ file }) => file === `${namespace}.json`).flatMap(({ home, file }) => [
    ...read(`${home}/en/${file}`).keys(),
  ]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  // A text and a group of texts would hide one another.
  expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key}.`)))).toEqual([]);
});
