import { expect, test } from "vitest";

import { aTicket, MEMBERS } from "@/testing/builders";

import { expected } from "../expected";

const ticket = aTicket();
const NONE = { change: null, move: null };

test("without a change on its way a ticket is shown as it is", () => {
  expect(expected(ticket, NONE, MEMBERS)).toEqual(ticket);
});

test("a change is shown before it is answered, and touches nothing else", () => {
  const change = { priority: "P1", subject: "All is dark" } as const;
  expect(expected(ticket, { ...NONE, change }, MEMBERS)).toEqual({ ...ticket, ...change });
});

test("who gets it is shown by name, and that nobody does", () => {
  const given = expected(ticket, { ...NONE, change: { assignee: "p-agent2" } }, MEMBERS);
  expect(given.assignee?.name).toBe("Tom Berger");
  expect(expected(ticket, { ...NONE, change: { assignee: null } }, MEMBERS).assignee).toBeNull();
});

test.each([
  ["solved", "solved"],
  ["cancelled", "closed"],
  ["with_legal", "open"],
])("a move to %s is shown as %s", (state, phase) => {
  const moved = expected(ticket, { ...NONE, move: { state } }, MEMBERS);
  expect(moved).toEqual({ ...ticket, state, phase });
});
