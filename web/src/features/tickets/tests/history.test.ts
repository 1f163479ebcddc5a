import { expect, test } from "vitest";

import type { Entry } from "@/api/types";
import { AGENT, anEntry, LEAD, MEMBERS } from "@/testing/builders";

import { changesIn, groupsOf, type Moved } from "../history";

const fact = (type: string, data: Entry["data"], part: Partial<Entry> = {}) =>
  anEntry({ type, visibility: "internal", data, ...part });

const CREATED = fact("TicketCreated", {
  ...{ subject: "Printer", kind: "incident", state: "new", phase: "new", category: null },
  ...{ impact: "low", urgency: "low", priority: "P4", level: "L1", team: "service-desk" },
});

const told = (...entries: Entry[]): string[][] => {
  const changes = changesIn(entries, MEMBERS);
  const say = ({ field, before, after }: Moved) => `${field}: ${before ?? "?"} > ${after || "-"}`;
  return entries.map(({ id }) => (changes.get(id) ?? []).map(say));
};

test("what a change replaced is what the entries before it left", () => {
  expect(
    told(
      CREATED,
      fact("TicketUpdated", { priority: "P2", impact: "high", subject: "All printers" }),
      fact("TicketUpdated", { priority: "P1" }),
      fact("StateChanged", { state: "pending", phase: "pending", previous: "new" }),
    ),
  ).toEqual([
    [],
    ["subject: Printer > All printers", "impact: low > high", "priority: P4 > P2"],
    ["priority: P2 > P1"],
    ["state: new > pending"],
  ]);
});

test("people are told by name, and nobody by none", () => {
  const [amira, tom] = [AGENT.id, "p-agent2"];
  expect(
    told(
      CREATED,
      fact("TicketAssigned", { assignee: amira, name: AGENT.name }),
      fact("TicketAssigned", { assignee: tom, previous: amira }),
      fact("TicketEscalated", {
        ...{ level: "L2", team: "it-operations", previous_level: "L1", previous_team: "service-desk" },
        previous: tom,
      }),
      fact("TicketAssigned", { assignee: LEAD.id, previous: null }),
      fact("TicketAssigned", { assignee: null, previous: LEAD.id }),
    ),
  ).toEqual([
    [],
    ["assignee: - > Amira Haddad".replace("-", "")],
    ["assignee: Amira Haddad > Tom Berger"],
    ["level: L1 > L2", "team: service-desk > it-operations", "assignee: Tom Berger > -"],
    ["assignee:  > Sofia Lindqvist"],
    ["assignee: Sofia Lindqvist > -"],
  ]);
});

test("what stands in entries that are not here is left open, and what an entry says itself is not", () => {
  expect(
    told(
      fact("TicketUpdated", { priority: "P2", team: "it-operations" }),
      fact("StateChanged", { state: "solved", phase: "solved", previous: "open" }),
    ),
  ).toEqual([["priority: ? > P2", "team: ? > it-operations"], ["state: open > solved"]]);
});

test("one entry may be of several kinds", () => {
  expect(groupsOf(fact("TicketUpdated", { priority: "P1" }))).toEqual(["changes"]);
  expect(groupsOf(fact("TicketUpdated", { team: "it-operations" }))).toEqual(["changes", "routing"]);
  expect(groupsOf(fact("MessageAdded", { mail: "m-1" }))).toEqual(["talk", "mail"]);
  expect(groupsOf(fact("SomethingNew", {}))).toEqual([]);
});
