import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const SOURCES = "src";
/** Mantine reckons with its own scale of colours, so that stands beside the tokens. */
const KNOWS_COLOURS = ["src/styles/tokens.css", "src/agent/theme.ts"];
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|:\s*(?:white|black)\b/i;
/** Left and right, where the beginning and the end of a line are meant. */
const SIDE =
  /\b(?:margin|padding|border)-(?:left|right)\b|^\s*(?:left|right):|text-align: (?:left|right)|^\s*(?:padding|margin|inset): [^\s(]+ ([^\s(]+) [^\s(]+ (?!\1;)[^\s(]+;/;
const LAYER = /z-index:\s*(\d{2,})/;

const sheets = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(css|tsx?)$/.test(name) && !/\.test\.|\/testing|schema\.d/.test(name))
  .map((name) => join(SOURCES, name))
  .filter((path) => !KNOWS_COLOURS.includes(path));

const linesWith = (what: RegExp, paths: readonly string[]) =>
  paths.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, at) => (what.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );

test("no colour stands outside the tokens", () => {
  expect(sheets.length).toBeGreaterThan(100);
  expect(linesWith(COLOUR, sheets)).toEqual([]);
});

test("what lies above what is said by the tokens; only within a part of a page it is counted by hand", () => {
  const styles = sheets.filter((path) => path.endsWith(".css"));
  expect(linesWith(LAYER, styles)).toEqual([]);
});

test("sides are the beginning and the end of a line, wherever that is in a language", () => {
  expect(
    linesWith(
      SIDE,
      sheets.filter((path) => path.endsWith(".css")),
    ),
  ).toEqual([]);
});

test("both schemes say the same things, but for what is the same in both", () => {
  const [light = "", dark = ""] = readFileSync("src/styles/tokens.css", "utf8").split(
    "[data-mantine-color-scheme",
  );
  const named = (text: string) => new Set(text.match(/^ {2}--[\w-]+(?=:)/gm));
  expect([...named(dark)].filter((name) => !named(light).has(name))).toEqual([]);
});
