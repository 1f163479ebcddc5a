import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

async function open() {
  const desk = openDesk();
  signedIn("agent");
  const app = showAgent(`/agent/tickets/${ID}`);
  await app.user.click(await screen.findByRole("button", { name: "Activity" }));
  const list = await screen.findByRole("list", { name: "Activity" });
  const told = () =>
    within(list)
      .getAllByRole("listitem")
      .map((item) => item.textContent);
  return { desk, list, told, ...app };
}

test("tells all that became of a ticket, newest first: from what to what, who, and when", async () => {
  const { told } = await open();
  expect(told()).toHaveLength(7);
  expect(told()[0]).toMatch(/^State: Waits for requester → In progress/);
  expect(told()[0]).toContain("Helpdesk");
  expect(told()[2]).toMatch(/^Wrote an internal note/);
  expect(told().at(-2)).toMatch(/^Assignee: Nobody → Amira Haddad/);
  expect(told().at(-1)).toMatch(/^Ticket opened.*Jonas Weber/);
  expect(await accessibilityProblems()).toEqual([]);
});

test("is narrowed to one kind, and back", async () => {
  const { told, user } = await open();
  const kinds = screen.getByRole("group", { name: "Which activity" });
  expect(
    within(kinds)
      .getAllByRole("button")
      .map(({ textContent }) => textContent),
  ).toEqual(["Talk", "Changes", "Routing"]);
  await user.click(within(kinds).getByRole("button", { name: "Routing" }));
  expect(told()).toHaveLength(1);
  await user.click(within(kinds).getByRole("button", { name: "Routing" }));
  expect(told()).toHaveLength(7);
});
