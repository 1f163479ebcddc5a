import { expect, test } from "vitest";

import { numbered } from "../state-choices";

const said = (...states: string[]) => numbered(states).map(({ state, digit }) => `${digit} ${state}`);

test("a state has its digit, whatever else is allowed", () => {
  expect(said("cancelled", "solved", "pending", "on_hold")).toEqual([
    "2 pending",
    "3 on_hold",
    "4 solved",
    "6 cancelled",
  ]);
  expect(said("solved")).toEqual(["4 solved"]);
  expect(said("open", "closed")).toEqual(["1 open", "5 closed"]);
});

test("those of the desk's own have a digit too, and cancelling stays the last", () => {
  expect(said("cancelled", "with_legal", "open")).toEqual(["1 open", "6 with_legal", "7 cancelled"]);
});
