import { fileURLToPath } from "node:url";

import { firstLoad } from "./first-load.mjs";

const dist = process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url));
for (const [entry, extras] of [
  ["index.html", ["src/portal/language-de.ts"]],
  ["agent.html", []],
]) {
  const { sizes, total } = firstLoad(dist, entry, extras);
  console.log(`${entry}: ${(total / 1000).toFixed(1)} kB gzip`);
  for (const { file, gzip } of sizes) console.log(`  ${(gzip / 1000).toFixed(1).padStart(6)}  ${file}`);
}
