import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
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
  const found = await rows();
  expect(found.length).toBeGreaterThan(0);
  expect(
    within(found[0]!)
      .getAllByText(/printer/i)
      .some(({ tagName }) => tagName === "MARK"),
  ).toBe(true);
  const states = screen.getByRole("group", { name: "State" });
  const [first] = within(states).getAllByRole("button");
  await user.click(first!);
  expect((await field()) as HTMLInputElement).toHaveValue(
    expect.stringMatching(/^state:\w+ printer$/) as string,
  );
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

test("what cannot be asked can be asked again", async () => {
  const { user } = open("/agent/search");
  await field();
  server.use(http.get("*/api/search", () => new HttpResponse(null, { status: 500 })));
  await write(user, await field(), "printer");
  const again = await screen.findByRole("button", { name: "Try again" }, { timeout: 5000 });
  server.resetHandlers();
  openDesk();
  await user.click(again);
  expect((await rows()).length).toBeGreaterThan(0);
});
