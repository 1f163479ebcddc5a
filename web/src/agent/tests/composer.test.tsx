import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { preferencesOf, USUAL } from "@/features/preferences/testing";
import { accessibilityProblems } from "@/testing/axe";
import { replyTo } from "@/testing/composer";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

function open() {
  const desk = openDesk();
  const held = { settings: { ...USUAL, undo_send: 0 as const } };
  server.use(...preferencesOf(held)(desk));
  signedIn("agent");
  return { desk, held, ...showAgent(`/agent/tickets/${ID}`) };
}

const head = () => screen.getByRole("region", { name: "What to write" });

test("says to whom and in which language one writes, and checks the spelling in that", async () => {
  const { desk } = open();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  const others = ["Ada", "Ben", "Cem"].map((name) => ({
    ...{ id: `p-${name}`, name, email: `${name.toLowerCase()}@demo.example` },
  }));
  desk.tickets.set(ID, { ...ticket, participants: others as typeof ticket.participants });
  const field = await replyTo("Jonas Weber");
  const to = within(head()).getByRole("list", { name: /^To/ });
  expect(within(to).getByText("Jonas Weber")).toBeVisible();
  expect(within(to).getByText("and 2 more")).toHaveAttribute("title", "Ben, Cem");
  expect(within(head()).getByText("in German")).toBeVisible();
  expect(field).toHaveAttribute("lang", "de");
  expect(await accessibilityProblems()).toEqual([]);
});

test("a call is taken from there too", async () => {
  const { user } = open();
  await replyTo("Jonas Weber");
  await user.click(within(head()).getByRole("button", { name: "Call" }));
  const sheet = await screen.findByRole("dialog");
  expect(within(sheet).getAllByText(/Jonas Weber/)[0]).toBeVisible();
});

test("what comes after sending is said beforehand, and chosen there", async () => {
  const { held, user } = open();
  await replyTo("Jonas Weber");
  await user.click(within(head()).getByRole("button", { name: "Then: next ticket" }));
  expect(await screen.findByRole("menuitemradio", { name: "Then: next ticket" })).toBeChecked();
  await user.click(screen.getByRole("menuitemradio", { name: "Then: back to the list" }));
  expect(await within(head()).findByRole("button", { name: "Then: back to the list" })).toBeVisible();
  await waitFor(() => {
    expect(held.settings.after_send).toBe("list");
  });
  await user.click(within(head()).getByText("Internal note"));
  expect(within(head()).queryByRole("button", { name: /^Then/ })).toBeNull();
});
