import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";

import type { LetterSettings, LetterTemplate } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { indexOf, ofMailbox, usualOf, withoutWords, withWords } from "../letters";
import { LETTERS, lettersOf } from "../testing";

const OWN: LetterTemplate = {
  letter: "reply",
  language: "de",
  mailbox: null,
  subject: "{{ subject }}",
  body: "Liebe {{ name }}",
};

function open(settings: Partial<LetterSettings> = {}, role: "admin" | "lead" = "admin") {
  const desk = openDesk({ ...LEAD, role });
  const held = { settings: { ...LETTERS, ...settings }, earlier: [OWN] };
  server.use(...lettersOf(held)(desk));
  signedIn("agent");
  return { held, ...showAgent("/agent/settings/letters") };
}

const cell = (name: RegExp) => screen.findByRole("button", { name });
const body = () => screen.getByLabelText<HTMLTextAreaElement>(/^Text/, { selector: "textarea" });

test("a letter is chosen, changed where one wrote last, looked at, saved and taken back", async () => {
  const { held, user } = open();
  await user.click(await cell(/^Answer to the requester, Deutsch: usual words/));
  expect(body().value).toMatch(/^Guten Tag/);
  fireEvent.change(body(), { target: { value: "Liebe " } });
  body().setSelectionRange(6, 6);
  await user.click(screen.getByRole("button", { name: "name" }));
  expect(body().value).toBe("Liebe {{ name }}");
  const preview = within(screen.getByRole("region", { name: "Preview" }));
  await waitFor(() => {
    expect(preview.getByTitle("Page")).toHaveAttribute("srcdoc", "<p>Liebe Sofie Berg</p>");
  });
  expect(preview.getByTitle("Page")).toHaveAttribute("sandbox", "");
  await user.click(preview.getByText("Text"));
  expect(await preview.findByText("Liebe Sofie Berg")).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await cell(/^Answer to the requester, Deutsch: own words/);
  expect(held.settings.templates).toEqual([{ ...OWN, subject: "[{{ id }}] {{ subject }}" }]);
  await user.click(screen.getByRole("button", { name: "Back to the usual words" }));
  expect(body().value).toMatch(/^Guten Tag/);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(held.settings.templates).toEqual([]);
  });
});

test("what no letter can be made of is told beside it at once, and at its field once it is sent", async () => {
  const { user } = open();
  await cell(/^Answer to the requester, English/);
  fireEvent.change(body(), { target: { value: "{{ nmae }}" } });
  const why = "Line 1: this letter knows nothing of nmae. It knows body, footer, name.";
  expect(await within(screen.getByRole("region", { name: "Preview" })).findByText(why)).toBeVisible();
  await user.click(await cell(/^Ticket assigned, English/));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await cell(/^Answer to the requester, English: cannot be used/);
  await user.click(within(await screen.findByRole("alert")).getByRole("button"));
  await waitFor(() => {
    expect(body()).toHaveAccessibleDescription(expect.stringContaining(why));
  });
  expect(body().value).toBe("{{ nmae }}");
});

test("a mailbox has words of its own over those for all", async () => {
  const { held, user } = open({ templates: [OWN] });
  await user.click(await cell(/^Answer to the requester, Deutsch: own words/));
  await user.click(screen.getByRole("combobox", { name: /^For tickets that came by/ }));
  await user.click(await screen.findByRole("option", { name: "billing@desk.example" }));
  await cell(/^Answer to the requester, Deutsch: usual words/);
  expect(body().value).toBe(OWN.body);
  fireEvent.change(body(), { target: { value: "Rechnung" } });
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(held.settings.templates).toEqual([OWN, { ...OWN, mailbox: "billing", body: "Rechnung" }]);
  });
});

test("words for a mailbox that is gone come into sight when they are refused, and can be taken back", async () => {
  const gone = { ...OWN, mailbox: "gone", body: "{{ nmae }}" };
  const { held, user } = open({ templates: [gone] });
  await cell(/^Answer to the requester, English/);
  fireEvent.change(body(), { target: { value: "Hello" } });
  await user.click(screen.getByRole("button", { name: "Save" }));
  await cell(/^Answer to the requester, Deutsch: cannot be used/);
  expect(screen.getByRole("combobox", { name: /^For tickets that came by/ })).toHaveValue("gone");
  await user.click(screen.getByRole("button", { name: "As for all mailboxes" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(held.settings.templates.map(({ mailbox }) => mailbox)).toEqual([null]);
  });
});

test("a letter that went out in other words says why, and with which ticket", async () => {
  const fault = {
    ...{ letter: "reply", language: "en", mailbox: null, field: "body", code: "too_long_letter" },
    ...{ values: { most: 300_000 }, ticket: "HD-80000001", at: "2026-03-02T09:00:00Z" },
  };
  open({ templates: [{ ...OWN, language: "en" }], faults: [fault] });
  await cell(/^Answer to the requester, English: cannot be used/);
  expect(screen.getByText(/it went out in the usual words instead/)).toHaveTextContent(
    "It becomes longer than 300000 characters.",
  );
  expect(screen.getByRole("link", { name: "HD-80000001" })).toBeVisible();
});

test("one about several tickets is looked at without one, and has no words for a mailbox", async () => {
  const { user } = open();
  await user.click(await cell(/^One mail a day, English/));
  expect(screen.queryByLabelText(/^With the ticket/)).toBeNull();
  await user.click(screen.getByRole("combobox", { name: /^For tickets that came by/ }));
  await user.click(await screen.findByRole("option", { name: "billing@desk.example" }));
  expect(await cell(/^Answer to the requester, English/)).toHaveAttribute("aria-expanded", "true");
  expect(screen.queryByRole("button", { name: /^One mail a day/ })).toBeNull();
  expect(screen.getByLabelText(/^With the ticket/)).toBeVisible();
});

test("what was saved before can hold again", async () => {
  const { held, user } = open({ revision: 2 });
  await user.click(await screen.findByText("Earlier versions"));
  await user.click(await screen.findByRole("button", { name: "Take version 1" }));
  await cell(/^Answer to the requester, Deutsch: own words/);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(held.settings.templates).toEqual([OWN]);
  });
});

test("who is no administrator looks at them", async () => {
  open({ templates: [OWN] }, "lead");
  await cell(/^Answer to the requester, Deutsch: own words/);
  expect(body()).toHaveAttribute("readonly");
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  expect(screen.queryByRole("region", { name: "Preview" })).toBeNull();
});

test("words are those of a letter, a language and a mailbox", () => {
  const kind = LETTERS.letters[0];
  const chosen = { letter: "reply", language: "de", mailbox: "billing" };
  const set = withWords([OWN], chosen, { subject: "s", body: "b" });
  expect(indexOf(set, chosen)).toBe(1);
  expect(kind && usualOf(set, kind, chosen).body).toBe(OWN.body);
  expect(kind && usualOf(set, kind, { ...chosen, mailbox: null }).body).toMatch(/^Guten Tag/);
  expect(withWords(set, chosen, { subject: "s", body: "c" })).toHaveLength(2);
  expect(withoutWords(set, chosen)).toEqual([OWN]);
  expect(ofMailbox(LETTERS.letters, { ...chosen, mailbox: null }, "billing").letter).toBe("reply");
  expect(ofMailbox(LETTERS.letters, { ...chosen, letter: "digest" }, "billing").letter).toBe("reply");
  expect(ofMailbox(LETTERS.letters, { ...chosen, letter: "digest" }, null).letter).toBe("digest");
});
