import { describe, expect, test } from "vitest";

import { EACH, groupsOf, typedOf } from "../groups";
import { matching } from "@/lib/matching";
import type { Hit, Source } from "../sources";

const Icon = () => null;
const hits = (count: number, part: Partial<Hit> = {}): Hit[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), words: `hit ${index}`, ...part }));

const source = (id: string, part: Partial<Source> = {}): Source => ({ id, words: () => id, Icon, ...part });

const ACTIONS = source("actions", { sign: ">", known: () => hits(9), first: () => hits(7) });
const TICKETS = source("tickets", { sign: "#", known: () => hits(1) });
const TEAMS = source("teams", { known: () => hits(2) });
const ALL = [ACTIONS, TICKETS, TEAMS];

const shown = (query: string, only: string | null = null, asked: Record<string, Hit[]> = {}) =>
  groupsOf(ALL, typedOf(query, only, ALL), asked).map(({ source, hits }) => [source.id, hits.length]);

describe("what is typed", () => {
  test.each([
    ["printer", null, { only: null, text: "printer" }],
    [">esc", null, { only: "actions", text: "esc" }],
    ["  # QGM1 ", null, { only: "tickets", text: "QGM1" }],
    ["@lee", null, { only: null, text: "@lee" }],
    [">esc", "teams", { only: "teams", text: ">esc" }],
  ])("%j within %j is put to whom it is meant for", (query, only, typed) => {
    expect(typedOf(query, only, ALL)).toEqual(typed);
  });
});

describe("the groups", () => {
  test("hold what can be done here before anything is typed", () => {
    expect(shown("")).toEqual([["actions", 7]]);
  });

  test("hold five each, and all of it alone", () => {
    expect(shown("x")).toEqual([
      ["actions", EACH],
      ["tickets", 1],
      ["teams", 2],
    ]);
    expect(shown(">x")).toEqual([["actions", 9]]);
    expect(shown("x", "actions")).toEqual([["actions", 9]]);
  });

  test("begin with the one that was named", () => {
    const asked = { tickets: hits(1, { id: "HD-1", exact: true }) };
    expect(shown("x", null, asked)[0]).toEqual(["tickets", 2]);
  });

  test("hold once what is known here and found by the service", () => {
    expect(shown("#x", null, { tickets: hits(3) })).toEqual([["tickets", 3]]);
  });
});

test.each([
  ["esc", ["Escalate", "Go to escalations"]],
  ["go esc", ["Go to escalations"]],
  ["prufung", ["Prüfung der Router"]],
  ["router prüf", ["Prüfung der Router"]],
  ["", ["Go to escalations", "Escalate", "Prüfung der Router"]],
  ["nothing", []],
])("%j finds %j", (typed, words) => {
  const all = ["Go to escalations", "Escalate", "Prüfung der Router"];
  expect(matching(all, typed, (one) => one)).toEqual(words);
});
