import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const field = () => screen.findByRole("combobox", { name: "Search all tickets" });
const rows = async () =>
  within(await screen.findByRole("grid", { name: "Search" }))
    .getAllByRole("row")
    .slice(1);

function open(address: string) {
  openDesk();
  signedIn("agent");
  return showAgent(address);
}

test("a search stands in the address, is found with its words marked, and is narrowed by what was counted", async () => {
  const { user } = open("/agent/search?q=printer");
  expect(await field()).toHaveValue("printer");
  expect((await rows()).length).toBeGreaterThan(0);
  expect(screen.getAllByText(/printer/i, { selector: "mark" }).length).toBeGreaterThan(0);
  const states = screen.getByRole("group", { name: "State" });
  await user.click(within(states).getByRole("button", { name: /New/ }));
  expect(await screen.findByDisplayValue(/^state:\w+ printer$/)).toBe(await field());
  await waitFor(() => {
    expect(new URLSearchParams(window.location.search).get("q")).toMatch(/^state:\w+ printer$/);
  });
  expect(within(states).getByRole("button", { pressed: true })).toHaveAccessibleName(/.+/);
  expect(await accessibilityProblems(document.body)).toEqual([]);
});

test("conditions are offered while typing, and taken with arrows and Enter", async () => {
  const { user } = open("/agent/search");
  expect(await screen.findByText("What are you looking for?")).toBeVisible();
  const input = await field();
  await write(user, input, "printer sta");
  expect(await screen.findByRole("option", { name: /^state:/ })).toBeInTheDocument();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(input).toHaveValue("printer state:");
  expect(input).toHaveFocus();
});

test("nothing found says so, and offers to search without the conditions", async () => {
  const { user } = open("/agent/search?q=state:closed+printer");
  expect(await screen.findByText("Nothing found for “state:closed printer”")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Search without conditions" }));
  await waitFor(async () => {
    expect((await rows()).length).toBeGreaterThan(0);
  });
});

test("what was refused says so, and can be asked for again", async () => {
  openDesk();
  let fails = true;
  server.use(http.get("*/api/search", () => (fails ? problem(409, "broken") : undefined)));
  signedIn("agent");
  const { user } = showAgent("/agent/search?q=printer");
  const again = await screen.findByRole("button", { name: "Try again" });
  fails = false;
  await user.click(again);
  expect((await rows()).length).toBeGreaterThan(0);
});

test("what is called so stands above the tickets, and leads to where it is", async () => {
  open("/agent/search?q=printer");
  const things = within(await screen.findByRole("list", { name: "People, organisations and assets" }));
  const found = things.getByRole("link", { name: /Printer on floor 3/ });
  expect(found).toHaveAttribute("href", "/agent/search?q=asset%3Aprinter-3");
  expect(things.queryByText("Acme Ltd")).toBeNull();
});
