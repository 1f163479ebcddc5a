import { expect, test } from "vitest";

import { narrowedBy } from "../address";

test("an address says what it can, and nothing else", () => {
  expect(narrowedBy({ q: "printer", order: "newest" })).toEqual({ q: "printer", order: "newest" });
  expect(narrowedBy({ q: 2026, order: "best" })).toEqual({ q: "2026" });
  expect(narrowedBy({ q: "", order: ["due"] })).toEqual({});
  expect(narrowedBy({ q: "x".repeat(600) }).q).toHaveLength(500);
});
