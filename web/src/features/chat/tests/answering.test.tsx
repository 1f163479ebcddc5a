import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { aTicket } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

function open(channel: "chat" | "email") {
  const desk = openDesk();
  const ticket = aTicket({ channel });
  desk.tickets.clear();
  desk.tickets.set(ticket.id, ticket);
  signedIn("agent");
  const messages = () =>
    desk.tickets.get(ticket.id)?.timeline.filter(({ type }) => type === "MessageAdded").length ?? 0;
  return { ...showAgent(`/agent/tickets/${ticket.id}`), ticket, messages };
}

async function written({ user }: ReturnType<typeof open>, keys: string) {
  await screen.findByRole("button", { name: /^Reply/ });
  await user.keyboard("r");
  const field = await screen.findByRole("textbox", { name: /^Reply to/ });
  await user.type(field, keys);
  return field;
}

test("in a chat Enter sends at once, to be gone on with, and Shift+Enter breaks the line", async () => {
  const page = open("chat");
  const before = page.messages();
  const field = await written(page, "One{Shift>}{Enter}{/Shift}two");
  expect(field).toHaveAttribute(
    "placeholder",
    `Goes to ${page.ticket.requester.name}, in the chat or by e-mail`,
  );
  expect(field).toHaveValue("One\ntwo");
  expect(page.messages()).toBe(before);
  await page.user.keyboard("{Enter}");
  await expect.poll(page.messages).toBe(before + 1);
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  expect(await screen.findByRole("textbox", { name: /^Reply to/ })).toHaveValue("");
});

test("in a mail Enter breaks the line", async () => {
  const page = open("email");
  const before = page.messages();
  expect(await written(page, "One{Enter}two")).toHaveValue("One\ntwo");
  expect(page.messages()).toBe(before);
});
