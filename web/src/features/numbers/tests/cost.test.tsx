import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, LEAD } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

function open(me = LEAD) {
  openDesk(me);
  signedIn("agent");
  return showAgent(`/agent/tickets/${ID}`);
}

test("what a ticket cost is said to who leads, once they ask", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Show what it cost" }));
  const cost = within(screen.getByRole("region", { name: "Cost" }));
  expect((await cost.findByText("So far, together")).closest("div")).toHaveTextContent("US$0.0016");
  expect(cost.getByText("Mails, in and out").closest("div")).toHaveTextContent("4");
  expect(cost.getByText("Kept").closest("div")).toHaveTextContent("52.4 KB");
  expect(cost.getByText(/^List prices of 2026-01/)).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});

test("what a ticket cost is said in German", async () => {
  await chooseLanguage("de");
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Kosten zeigen" }));
  expect((await screen.findByText("Bisher zusammen")).closest("div")).toHaveTextContent(/0,0016\s\$/);
  await chooseLanguage("en");
});

test("what a ticket cost is no section of others", async () => {
  const { user } = open(AGENT);
  await user.click(await screen.findByRole("button", { name: "Arrange …" }));
  expect(await screen.findByRole("menuitemcheckbox", { name: "Mail sent" })).toBeVisible();
  expect(screen.queryByRole("menuitemcheckbox", { name: "Cost" })).toBeNull();
});
