import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

interface Tree {
  [key: string]: string | Tree;
}

const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

const read = (language: string, name: string) =>
  new Map(
    flat(JSON.parse(readFileSync(join(import.meta.dirname, language, `${name}.json`), "utf8")) as Tree),
  );

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each(["common", "portal", "agent", "refusals", "settings"])("the %s texts", (name) => {
  const english = read("en", name);
  const german = read("de", name);

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

test("there are no files beside those", () => {
  const files = readdirSync(join(import.meta.dirname, "en")).sort();
  expect(files).toEqual(["agent.json", "common.json", "portal.json", "refusals.json", "settings.json"]);
  expect(readdirSync(join(import.meta.dirname, "de")).sort()).toEqual(files);
});
