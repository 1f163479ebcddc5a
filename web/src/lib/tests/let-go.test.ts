import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { isLetGo, KEPT_DAYS } from "../let-go";

const DAY = 86_400_000;
/** Of the first of January 2024, 00:00. */
const CAME = Date.UTC(2024, 0, 1);
const ID = "01HK153X00P0000000000000AB";

test("a file is let go of when it has waited for as long as the service keeps such files", () => {
  expect(isLetGo({ id: ID }, CAME + KEPT_DAYS * DAY)).toBe(false);
  expect(isLetGo({ id: ID }, CAME + KEPT_DAYS * DAY + 1)).toBe(true);
});

test("of what has another id nothing is known", () => {
  expect(isLetGo({ id: "k1" }, CAME)).toBe(false);
});

test("the service keeps them as long as is said here", () => {
  const data = readFileSync(new URL("../../../../infra/data.yaml", import.meta.url), "utf8");
  expect(/Prefix: begun\/, ExpirationInDays: (\d+)/.exec(data)?.[1]).toBe(String(KEPT_DAYS));
});
