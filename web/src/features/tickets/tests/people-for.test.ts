import { expect, test } from "vitest";

import { AGENT, MEMBERS } from "@/testing/builders";

import { peopleFor } from "../people-for";

const members = [...MEMBERS, { id: "p-9", name: "Jürgen Müller-Òrtiz", role: "agent" as const }];
const found = (query: string) => peopleFor({ members, me: AGENT }, query, "me").map(({ label }) => label);

test("oneself comes first, and once", () => {
  expect(found("")).toEqual(["Amira Haddad (me)", "Tom Berger", "Sofia Lindqvist", "Jürgen Müller-Òrtiz"]);
});

test.each([
  ["ber", ["Tom Berger"]],
  ["JURG", ["Jürgen Müller-Òrtiz"]],
  ["ort mul", ["Jürgen Müller-Òrtiz"]],
  ["erger", []],
])("“%s” finds names by beginnings of their words", (query, names) => {
  expect(found(query)).toEqual(names);
});
