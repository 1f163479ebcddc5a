import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

async function open(subject: string) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, subject });
  signedIn("agent");
  const app = showAgent(`/agent/tickets/${ID}`);
  await screen.findByRole("button", { name: "Arrange …" });
  const head = await screen.findByRole("button", { name: "Articles" });
  return { ...app, head };
}

test("what answers a ticket stands beside it, and is linked to in the reply", async () => {
  const { user } = await open("Forgotten password");
  const card = within(await screen.findByRole("region", { name: "Articles" }));
  await user.click(await card.findByText("Reset your password"));
  expect(card.getByText("Press Forgotten on the sign-in page.")).toBeVisible();
  expect(card.getByRole("link", { name: "Read it" })).toHaveAttribute(
    "href",
    "/help/en/reset-your-password-01KART",
  );
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(card.getByRole("button", { name: "Link to it in the reply" }));
  const reply = await screen.findByRole("textbox", { name: /Reply/ });
  expect(reply).toHaveTextContent("/help/en/reset-your-password-01KART");
});

test("where no article answers it, it is only a head", async () => {
  const { head } = await open("The lamp flickers");
  expect(head).toHaveAttribute("aria-expanded", "false");
});

test("goes into the reply by its number, and a number without one says so", async () => {
  const { user } = await open("Forgotten password");
  const card = within(await screen.findByRole("region", { name: "Articles" }));
  await card.findByText("Reset your password");
  await user.keyboard("2");
  expect(await screen.findByText(/fewer are suggested here/)).toBeInTheDocument();
  await user.keyboard("1");
  const reply = await screen.findByRole("textbox", { name: /Reply/ });
  expect(reply).toHaveTextContent("/help/en/reset-your-password-01KART");
});
