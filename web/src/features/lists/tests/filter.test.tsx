import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { aTicket, cardOf } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { askedBy, filterOf, suggested, type Choice } from "../filter";

const rows = async () => within(await screen.findByRole("grid")).findAllByRole("row");
const field = () => screen.getByRole("combobox", { name: "Filter this list" });

const asked: URLSearchParams[] = [];
beforeEach(() => {
  asked.length = 0;
  server.events.on("request:start", ({ request }) => {
    const url = new URL(request.url);
    if (url.pathname === "/api/tickets") asked.push(url.searchParams);
  });
});
afterEach(() => {
  server.events.removeAllListeners();
});

async function open(path = "/agent/teams/service-desk") {
  openDesk();
  signedIn("agent");
  const shown = showAgent(path);
  await rows();
  return shown;
}

describe("the filter of a queue", () => {
  test("is typed, asked of the service, and stands as a token that is taken away again", async () => {
    const { user } = await open();
    expect(asked.every((query) => query.get("needs_work") === "true")).toBe(true);
    await user.keyboard("f");
    await write(user, field(), "new");
    await user.keyboard("{Enter}");
    const token = await screen.findByRole("button", { name: "Remove State: New" });
    await waitFor(() => {
      expect(asked.at(-1)?.get("phase")).toBe("new");
    });
    expect(asked.at(-1)?.has("needs_work")).toBe(false);
    expect(window.location.search).toBe("?phase=new");
    expect(field()).toHaveFocus();
    await user.click(token);
    await waitFor(() => {
      expect(window.location.search).toBe("");
    });
    expect(field()).toHaveFocus();
  });

  test("finds words wherever in the queue they stand, and names itself when nothing is left", async () => {
    const { user } = await open();
    await user.keyboard("f");
    await write(user, field(), "monitor");
    await user.keyboard("{Enter}");
    await waitFor(async () => {
      expect(await rows()).toHaveLength(2);
    });
    await write(user, field(), "P1");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Nothing matches the filter")).toBeVisible();
    expect(screen.getByText(/Priority: P1 .* · Words: monitor/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Clear the filter" }));
    expect(await screen.findByText("Nobody can print on floor 3")).toBeVisible();
  });

  test("is there again from an address, with names for ids", async () => {
    await open("/agent/unassigned?organization=Harbour Logistics&waits_for=us");
    expect(await screen.findByRole("button", { name: "Remove Waits for: us" })).toBeVisible();
    expect(
      await screen.findByRole("button", { name: "Remove Organisation: Harbour Logistics" }),
    ).toBeVisible();
    await waitFor(async () => {
      expect(await rows()).toHaveLength(2);
    });
  });

  test("offers a field, then its values; Backspace takes the last token away", async () => {
    const { user } = await open();
    await user.keyboard("f");
    await user.click(await screen.findByRole("option", { name: "Waits for …" }));
    expect(field()).toHaveValue("Waits for: ");
    await user.click(await screen.findByRole("option", { name: "Waits for: requester" }));
    await screen.findByRole("button", { name: "Remove Waits for: requester" });
    await user.click(field());
    await user.keyboard("{Backspace}");
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: /^Remove/ })).toBeNull();
    });
  });

  test("keeps what is typed when one leaves it by Esc, for the list", async () => {
    const { user } = await open();
    await user.keyboard("f");
    await user.keyboard("moni{Escape}");
    expect(field()).toHaveValue("moni");
    expect(document.activeElement).toHaveTextContent("Nobody can print on floor 3");
  });

  test("does not ask whose it is where the queue says it", async () => {
    const { user } = await open("/agent/mine");
    await user.keyboard("f");
    expect(await screen.findByRole("option", { name: "Team …" })).toBeVisible();
    expect(screen.queryByRole("option", { name: "Assignee …" })).toBeNull();
  });

  test("goes on by itself until there is as much as one asks for, and says how far it is", async () => {
    openDesk();
    const card = { ...cardOf(aTicket()), subject: "Deep in the list" };
    let answer: () => void = () => undefined;
    const further = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.use(
      http.get("*/api/tickets", async ({ request }) => {
        if (new URL(request.url).searchParams.has("cursor")) {
          await further;
          return HttpResponse.json({ items: [card], cursor: null, looked_at: 20 });
        }
        return HttpResponse.json({ items: [], cursor: "on", looked_at: 800 });
      }),
    );
    signedIn("agent");
    showAgent("/agent/mine?words=deep");
    expect(await screen.findByText("800 tickets looked at, 0 found so far …")).toBeVisible();
    answer();
    expect(await screen.findByText("Deep in the list")).toBeVisible();
    expect(screen.queryByText(/looked at/)).toBeNull();
  });
});

const CHOICES: Choice[] = [
  {
    name: "phase",
    label: "State",
    values: [
      { value: "new", label: "New" },
      { value: "open", label: "In progress" },
    ],
  },
  { name: "team", label: "Team", values: [{ value: "net", label: "L3 · Network experts" }] },
  { name: "tag", label: "Tag", values: null },
  { name: "words", label: "Words", values: null },
];
const labels = (typed: string) => suggested(CHOICES, typed).map(({ label }) => label);

test.each([
  ["", ["State …", "Team …", "Tag …", "Words …"]],
  ["prog", ["State: In progress", "Words: prog", "Tag: prog"]],
  ["network e", ["Team: L3 · Network experts", "Words: network e", "Tag: network e"]],
  ["sta", ["State …", "Words: sta", "Tag: sta"]],
  ["state:", ["State: New", "State: In progress"]],
  ["STATE: n", ["State: New"]],
  ["tag: a:b", ["Tag: a:b"]],
  ["tag:", []],
  ["re: printer", ["Words: re: printer", "Tag: re: printer"]],
])("what %j may mean", (typed, expected) => {
  expect(labels(typed)).toEqual(expected);
});

test("an address says only what there is", () => {
  expect(
    filterOf({ phase: "burnt", priority: "P1", due: "never", tag: 2026, words: "  ", t: "HD-1" }),
  ).toEqual({
    priority: "P1",
    tag: "2026",
  });
});

test("days end where the reader is", () => {
  const noon = new Date(2026, 10, 27, 12).getTime();
  const before = (due: "today" | "tomorrow" | "week") => askedBy({ due }, noon).due_before;
  expect(before("today")).toBe(new Date(2026, 10, 28).toISOString());
  expect(before("tomorrow")).toBe(new Date(2026, 10, 29).toISOString());
  expect(before("week")).toBe(new Date(2026, 11, 4).toISOString());
  expect(askedBy({ due: "missed" }, noon)).toEqual({ missed: true, needs_work: true });
});
