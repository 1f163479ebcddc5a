import { screen, waitFor, within } from "@testing-library/react";
import type { TFunction } from "i18next";
import { describe, expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import german from "@/locales/de/agent.json";
import { keyNames } from "@/lib/key-names";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

import { ANYWHERE, PLACES } from "../actions";

const ID = "HD-07KQ2M4X";

function open(part: Partial<Ticket> = {}, address = `/agent/tickets/${ID}`) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ...part });
  signedIn("agent");
  return { desk, ...showAgent(address) };
}

const said = (words: RegExp) => screen.findByText(words, { selector: "[role=status] *" });

test("an action stands in the list once", () => {
  const ids = PLACES.flatMap(({ actions }) => actions.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(PLACES)("a key means one thing $place, and nothing begins another", ({ place, actions }) => {
  const keys = [...(place === "anywhere" || place === "composer" ? [] : ANYWHERE), ...actions].flatMap(
    ({ keys = [] }: { keys?: readonly string[] }) => keys,
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([]);
});

describe("the help", () => {
  test("tells of every key there is, and of no other", async () => {
    const { user } = open();
    await screen.findByRole("heading", { name: /VPN drops/ });
    await user.keyboard("?");
    const help = within(await screen.findByRole("dialog"));
    const told = help.getAllByRole("definition").map((words) => words.textContent);
    const known = PLACES.flatMap(
      ({ actions }) => [...actions] as { keys?: readonly string[]; words: unknown }[],
    );
    expect(told).toHaveLength(known.filter(({ keys }) => keys !== undefined).length);
    expect(told).toContain("Escalate");
  });

  test("is searched by what a key does", async () => {
    const { user } = open();
    await screen.findByRole("heading", { name: /VPN drops/ });
    await user.keyboard("?");
    const help = within(await screen.findByRole("dialog"));
    await user.type(help.getByRole("searchbox", { name: "Find a key" }), "esc");
    expect(help.getAllByRole("definition").map(({ textContent }) => textContent)).toContain("Escalate");
    expect(help.queryByText("New ticket")).toBeNull();
    await user.type(help.getByRole("searchbox", { name: "Find a key" }), "xyz");
    expect(help.getByText("No key does that.")).toBeVisible();
  });

  test("names keys as they stand on a German keyboard", () => {
    const t = ((key: string) => german.key[key.slice("key.".length) as "Ctrl"]) as TFunction<"agent">;
    expect(keyNames("Ctrl+Shift+Enter", t)).toEqual(["Strg", "Umschalt", "Eingabe"]);
    expect(keyNames("g m", t)).toEqual(["g", "m"]);
    expect(keyNames("Ctrl+k", t)).toEqual(["Strg", "K"]);
    expect(keyNames("ArrowDown", t)).toEqual(["↓"]);
  });
});

describe("a key whose action does not apply", () => {
  test.each([
    {
      key: "e",
      part: { state: "solved", phase: "solved" },
      says: /Escalate: this ticket is solved or closed/,
    },
    {
      key: "h",
      part: { state: "closed", phase: "closed" },
      says: /Hand over: this ticket is solved or closed/,
    },
    { key: "t", part: {}, says: /Take it: it is yours already/ },
    {
      key: "w",
      part: { state: "closed", phase: "closed", next_states: [] },
      says: /Wait until … ?: it cannot wait/,
    },
    { key: "r", part: { state: "closed", phase: "closed" }, says: /Reply: This ticket is closed/ },
    { key: "k", part: {}, says: /Previous ticket: it is the first/ },
  ] satisfies { key: string; part: Partial<Ticket>; says: RegExp }[])(
    "says why: $key",
    async ({ key, part, says }) => {
      const { desk, user } = open(part);
      await screen.findByRole("heading", { name: /VPN drops/ });
      await user.keyboard(key);
      expect(await said(says)).toBeInTheDocument();
      expect(screen.queryByRole("dialog")).toBeNull();
      expect(desk.sent).toEqual([]);
    },
  );

  test("has no button either", async () => {
    open({ state: "solved", phase: "solved" });
    await screen.findByRole("heading", { name: /VPN drops/ });
    for (const name of ["Escalate", "Hand over", "Send back", "Take it"]) {
      expect(screen.queryByRole("button", { name })).toBeNull();
    }
  });
});

describe("keys that follow one another", () => {
  test("lead to lists, and a key alone does not", async () => {
    const { user } = open();
    await screen.findByRole("heading", { name: /VPN drops/ });
    await user.keyboard("u");
    expect(screen.getByRole("heading", { name: /VPN drops/ })).toBeVisible();
    await user.keyboard("gu");
    expect(await screen.findByRole("heading", { name: "Unassigned" })).toBeVisible();
    await user.keyboard("gt");
    expect(await screen.findByRole("heading", { name: /Service desk/ })).toBeVisible();
  });

  test("do not act as the second alone", async () => {
    const { desk, user } = open({ assignee: null });
    await screen.findByRole("button", { name: "Take it" });
    await user.keyboard("gt");
    expect(await screen.findByRole("heading", { name: /Service desk/ })).toBeVisible();
    expect(desk.sent).toEqual([]);
  });
});

test("the ticket before and after it in the list is one key away, and the list another", async () => {
  const { user } = open({}, "/agent/teams/service-desk");
  await within(await screen.findByRole("grid")).findAllByRole("row");
  await user.keyboard("jo");
  expect(await screen.findByRole("heading", { name: "Nobody can print on floor 3" })).toBeVisible();
  await user.keyboard("j");
  expect(await screen.findByRole("heading", { name: "Account locked after password change" })).toBeVisible();
  await user.keyboard("k");
  expect(await screen.findByRole("heading", { name: "Nobody can print on floor 3" })).toBeVisible();
  await user.keyboard("{Escape}");
  expect(await screen.findByRole("heading", { name: /Service desk/ })).toBeVisible();
});

test("the number and the link are copied by key", async () => {
  const { user } = open();
  await screen.findByRole("heading", { name: /VPN drops/ });
  await user.keyboard("y");
  await waitFor(async () => {
    expect(await window.navigator.clipboard.readText()).toBe(ID);
  });
  await user.keyboard("Y");
  await waitFor(async () => {
    expect(await window.navigator.clipboard.readText()).toBe(`http://helpdesk.test/agent/tickets/${ID}`);
  });
});
