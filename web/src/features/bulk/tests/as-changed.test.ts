import { expect, test } from "vitest";

import type { Me } from "@/api/types";

import { asChanged } from "../as-changed";

const ADA = { id: "ada", name: "Ada" } as Me;

test("a row says what was changed, and nothing else", () => {
  expect(asChanged({ move: { state: "pending" } }, [ADA])).toEqual({ state: "pending", phase: "pending" });
  expect(asChanged({ fields: { priority: "P1" } }, [ADA])).toEqual({ priority: "P1" });
  expect(asChanged({ fields: { assignee: "ada" } }, [ADA])).toEqual({ assignee: { id: "ada", name: "Ada" } });
  expect(asChanged({ fields: { assignee: null } }, [ADA])).toEqual({ assignee: null });
});

test("what a row does not know stays as it is", () => {
  expect(asChanged({ fields: { assignee: "eve" } }, [ADA])).toEqual({});
  expect(asChanged({ move: { state: "cancelled", reason: "Twice" } }, [ADA])).toEqual({});
  expect(asChanged({ message: { body: "Hello", visibility: "internal" } }, [ADA])).toEqual({});
});
