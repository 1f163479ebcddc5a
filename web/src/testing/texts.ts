/** All texts of the interface, file by file, as the tests read them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Tree {
  [key: string]: string | Tree;
}

export const SRC = join(import.meta.dirname, "..");
export const SHARED = "locales";

const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

export const read = (path: string) =>
  new Map(flat(JSON.parse(readFileSync(join(SRC, path), "utf8")) as Tree));

/** Where texts lie: what is shared, and what each feature brings. */
export const homes = [
  SHARED,
  ...readdirSync(join(SRC, "features")).map((feature) => `features/${feature}/locales`),
].filter((home) => readdirSync(join(SRC, home, "..")).includes("locales"));

export const filesOf = (home: string, language: string) => readdirSync(join(SRC, home, language)).sort();

export const ALL = homes.flatMap((home) => filesOf(home, "en").map((file) => ({ home, file })));
