/** What a browser fetches to show an entry: its script, everything that imports statically, their styles, and extras by name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export function firstLoad(dist, entry, extras = []) {
  const manifest = JSON.parse(readFileSync(join(dist, `.vite/${entry}.json`), "utf8"));
  const files = new Set();
  const visit = (name) => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`No ${name} in the manifest`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const name of [entry, ...extras]) visit(name);
  const sizes = [...files].map((file) => ({
    file,
    gzip: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
  }));
  return { sizes, total: sizes.reduce((sum, { gzip }) => sum + gzip, 0) };
}
