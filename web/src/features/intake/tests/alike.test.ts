import { expect, test } from "vitest";

import { messageOf, saysEnough, textOf } from "../alike";
import { callerOf, emptyCall, joinedTo } from "../call-values";
import { FORM, PEOPLE } from "../testing";

const words = { subject: " Printer ", description: "It smokes.\n" };

test("what is asked about is what stands in subject and description, as much of it as is looked at", () => {
  expect(textOf(words)).toBe("Printer\n\nIt smokes.");
  expect(textOf({ ...words, subject: "" })).toBe("It smokes.");
  expect(textOf({ ...words, description: "x".repeat(2_000) })).toHaveLength(1_000);
});

test.each([
  ["", false],
  ["Printer", false],
  ["is it on", false],
  ["Printer smokes", true],
  ["打印机坏了", true],
])("%j says enough to be asked about: %s", (text, enough) => {
  expect(saysEnough(text)).toBe(enough);
});

test("what joins a request has the questions that were answered, in words", () => {
  const [device = null] = FORM.topics;
  const answers = { device: { which: "printer", place: "Floor 3", wet: false } };
  expect(messageOf({ ...words, answers }, device, "en", ["Yes", "No"])).toBe(
    "Printer\n\nWhat does not work? Printer\nWhere does the printer stand? Floor 3\nDid it get wet? No\n\nIt smokes.",
  );
  expect(messageOf({ ...words, answers }, null, "en", ["Yes", "No"])).toBe("Printer\n\nIt smokes.");
});

test("of its own requester a ticket gets their words, of others a note that names them", () => {
  const [person = null] = PEOPLE;
  const values = { ...emptyCall("en"), ...words, person };
  const who = callerOf(values);
  expect(who).toBe(`${person?.name} (${person?.email})`);
  expect(joinedTo(person?.id ?? "", values, [], who)).toEqual({
    body: "Printer\n\nIt smokes.",
    channel: "phone",
  });
  expect(joinedTo("p-other", values, [], "Also from Zoe:")).toEqual({
    body: "Also from Zoe:\n\nPrinter\n\nIt smokes.",
    visibility: "internal",
  });
});

test.each([
  [{ typed: "Zoe" }, "Zoe"],
  [{ unknown: true, name: "Zoe", contact: "030 1234" }, "Zoe (030 1234)"],
  [{ unknown: true, contact: "zoe@new.example" }, "zoe@new.example"],
  [{}, ""],
])("who calls is said by what is known of them", (part, who) => {
  expect(callerOf({ ...emptyCall("en"), ...part })).toBe(who);
});
