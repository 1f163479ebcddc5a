import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createBuilder } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

import { firstLoad } from "./first-load.mjs";

const BUDGET = 80_000;
const AGENT_BUDGET = 410_000;
const WRITING_BUDGET = 150_000;
let dist = "";

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), "helpdesk-web-"));
  // Vitest's own mode would build React for development.
  process.env.NODE_ENV = "production";
  const builder = await createBuilder({ mode: "production", logLevel: "silent", build: { outDir: dist } });
  await builder.buildApp();
}, 120_000);

afterAll(() => {
  rmSync(dist, { recursive: true });
});

test.each(["en", "de"])("the portal's first load in %s stays small", (language) => {
  const { total, sizes } = firstLoad(dist, "index.html", [`src/portal/language-${language}.ts`]);
  expect(total, JSON.stringify(sizes)).toBeLessThan(BUDGET);
});

test("the agents' first load stays as it is: pages, editor and charts come when they are wanted", () => {
  const { total, sizes } = firstLoad(dist, "agent.html", []);
  expect(total, JSON.stringify(sizes)).toBeLessThan(AGENT_BUDGET);
});

test("every component of Mantine in use brings its styles", () => {
  const classesIn = (kind: string, folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(kind))
      .flatMap((name) => readFileSync(join(folder, name), "utf8").match(/\bm_[0-9a-f]{6,8}\b/g) ?? []);
  const assets = join(dist, "assets");
  const used = new Set(classesIn(".js", assets));
  const styled = new Set(classesIn(".css", assets));
  const known = new Set(classesIn("styles.layer.css", "node_modules/@mantine/core"));
  expect([...used].filter((name) => known.has(name)).length).toBeGreaterThan(50);
  expect([...used].filter((name) => known.has(name) && !styled.has(name))).toEqual([]);
});

test("what one needs to write with formatting comes when one begins, and stays small", () => {
  const { total: before, sizes } = firstLoad(dist, "agent.html", []);
  const { total: writing } = firstLoad(dist, "agent.html", ["src/components/rich-text/editor.tsx"]);
  expect(sizes.map(({ file }) => file).join()).not.toContain("editor");
  expect(writing - before).toBeGreaterThan(0);
  expect(writing - before).toBeLessThan(WRITING_BUDGET);
});

test.each(["index.html", "agent.html"])("%s brings no inline script or style", (page) => {
  const html = readFileSync(join(dist, page), "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|style=|\son\w+=/);
});
