import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";

import type { OwnSettings, Ticket } from "@/api/types";
import { preferencesOf, USUAL } from "@/features/preferences/testing";
import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

async function open(panels: OwnSettings["panels"] = [], part: Partial<Ticket> = {}) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, category: null, ...part });
  const held = { settings: { ...USUAL, panels } };
  server.use(...preferencesOf(held)(desk));
  signedIn("agent");
  const app = showAgent(`/agent/tickets/${ID}`);
  await screen.findByRole("button", { name: "Arrange …" });
  if (panels.every(({ name, hidden }) => name !== "articles" || !hidden))
    await screen.findByRole("button", { name: "Articles" });
  return { held, ...app };
}

const order = () =>
  within(screen.getByRole("complementary", { name: "Details" }))
    .getAllByRole("heading", { level: 2 })
    .map(({ textContent }) => textContent);
const head = (name: string) => screen.getByRole("button", { name });
const saved = (held: { settings: OwnSettings }) =>
  held.settings.panels?.map(({ name, folded, hidden }) => [name, folded, hidden]);

const USUALLY = [
  "Clocks",
  "Properties",
  "Requester",
  "Side conversations",
  "Articles",
  "Mail sent",
  "Affected assets",
  "Activity",
];

test("stand as usual until somebody arranges them, and one without content is only its head", async () => {
  await open();
  expect(order()).toEqual(USUALLY);
  expect(head("Affected assets")).toHaveAttribute("aria-expanded", "false");
  expect(head("Clocks")).toHaveAttribute("aria-expanded", "true");
  expect(await accessibilityProblems()).toEqual([]);
});

test("are folded for good", async () => {
  const { held, user, unmount } = await open();
  await user.click(head("Properties"));
  expect(screen.queryByRole("combobox", { name: "Priority" })).toBeNull();
  await waitFor(() => {
    expect(saved(held)).toContainEqual(["properties", true, false]);
  });
  unmount();
  await open(held.settings.panels);
  expect(screen.queryByRole("combobox", { name: "Priority" })).toBeNull();
});

test("are moved by keys, and the keyboard stays with what moved", async () => {
  const { held } = await open();
  head("Requester").focus();
  fireEvent.keyDown(head("Requester"), { key: "ArrowUp", altKey: true });
  await waitFor(() => {
    expect(order()).toEqual([
      "Clocks",
      "Requester",
      "Properties",
      "Side conversations",
      "Articles",
      "Mail sent",
      "Affected assets",
      "Activity",
    ]);
  });
  expect(head("Requester")).toHaveFocus();
  expect(screen.getByText("Requester is now in place 2 of 9")).toBeInTheDocument();
  await waitFor(() => {
    expect(saved(held)?.map(([name]) => name)).toEqual([
      "clocks",
      "requester",
      "properties",
      "sides",
      "known",
      "articles",
      "mails",
      "assets",
      "activity",
    ]);
  });
});

test("are dragged before one another", async () => {
  await open();
  const data = new Map<string, string>();
  const dataTransfer = {
    setData: (type: string, value: string) => data.set(type, value),
    getData: (type: string) => data.get(type) ?? "",
    get types() {
      return [...data.keys()];
    },
  };
  fireEvent.dragStart(head("Affected assets"), { dataTransfer });
  fireEvent.dragOver(head("Clocks"), { dataTransfer });
  fireEvent.drop(head("Clocks"), { dataTransfer });
  await waitFor(() => {
    expect(order()).toEqual([
      "Affected assets",
      "Clocks",
      "Properties",
      "Requester",
      "Side conversations",
      "Articles",
      "Mail sent",
      "Activity",
    ]);
  });
});

test("are hidden and shown again by a menu, and come back in the usual order", async () => {
  const { held, user } = await open([{ name: "assets" }, { name: "requester", hidden: true }]);
  expect(order()).toEqual([
    "Affected assets",
    "Clocks",
    "Properties",
    "Side conversations",
    "Articles",
    "Mail sent",
    "Activity",
  ]);
  await user.click(screen.getByRole("button", { name: "Arrange …" }));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: "Requester" }));
  await waitFor(() => {
    expect(order()).toContain("Requester");
  });
  await user.click(screen.getByRole("menuitem", { name: "In the usual order" }));
  await waitFor(() => {
    expect(held.settings.panels).toEqual([]);
  });
  expect(order()).toEqual(USUALLY);
});

test("say how much of a promise is left, and until when", async () => {
  await open();
  const clocks = within(screen.getByRole("region", { name: "Clocks" }));
  expect(clocks.getByText(/^Resolution$/).closest("li")).toHaveTextContent(
    /due .*34 m of 8 h working time left/,
  );
});

test("icons at the edge lead to each of them, also while all are folded away", async () => {
  const { user } = await open();
  await user.keyboard("-");
  expect(screen.queryByRole("complementary", { name: "Details" })).toBeNull();
  const strip = within(screen.getByRole("navigation", { name: "Sections" }));
  await user.click(strip.getByRole("button", { name: "To Requester" }));
  await waitFor(() => {
    expect(head("Requester")).toHaveFocus();
  });
});
