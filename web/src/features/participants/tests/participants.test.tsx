import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { MessageDraft, PersonFound, Ticket } from "@/api/types";
import { accessibilityProblems } from "@/testing/axe";
import { NOW } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";
import { undoingFor } from "@/testing/undo-send";

const ID = "HD-07KQ2M4X";
const BOB: Ticket["participants"][number] = {
  ...{ id: "p-bob", name: "Bob", email: "bob@acme.example", came: "mail", at: NOW },
};
const ZOE: PersonFound = {
  ...{ id: "p-zoe", name: "Zoe Lang", email: "zoe@acme.example", phone: null, language: "en" },
  ...{ organization: null, organization_name: null, plan: null },
};

function open(participants: Ticket["participants"] = [BOB]) {
  const desk = openDesk();
  undoingFor(desk, 30);
  const asked: unknown[] = [];
  const put = (next: Ticket["participants"]) => {
    const ticket = desk.find(ID);
    if (ticket === undefined) throw new Error("no ticket");
    return HttpResponse.json(desk.change(ticket, { participants: next }));
  };
  const now = () => desk.find(ID)?.participants ?? [];
  put(participants);
  server.use(
    http.get("*/api/people", () => HttpResponse.json({ items: [ZOE] })),
    http.post(`*/api/tickets/${ID}/participants`, async ({ request }) => {
      const body = (await request.json()) as { person?: string; email?: string };
      asked.push(body);
      const who =
        body.person === ZOE.id ? ZOE : { id: "p-new", name: body.email ?? "", email: body.email ?? "" };
      const known = body.person === BOB.id ? BOB : { ...BOB, id: who.id, name: who.name, email: who.email };
      return put([...now(), known]);
    }),
    http.delete(`*/api/tickets/${ID}/participants/:id`, ({ params }) => {
      asked.push(params.id);
      return put(now().filter(({ id }) => id !== params.id));
    }),
  );
  signedIn("agent");
  return { desk, asked, now, ...showAgent(`/agent/tickets/${ID}`) };
}

const chips = () => screen.findByRole("list", { name: "Also take part" });

test("who takes part stands with the requester, is taken out, and comes back by undo", async () => {
  const { user, now } = open();
  expect(within(await chips()).getByText("Bob")).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Remove Bob" }));
  expect(await screen.findByText("Bob takes part no longer.")).toBeVisible();
  expect(now()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(now()).toEqual([BOB]);
  });
});

test("somebody is added by name or address, and nobody twice", async () => {
  const { user, asked } = open();
  await user.click(within(await chips()).getByRole("button", { name: "Add somebody" }));
  const field = screen.getByLabelText("Who?", { selector: "input" });
  expect(field).toHaveFocus();
  await write(user, field, "Zoe");
  await user.click(await screen.findByRole("option", { name: /Zoe Lang/ }));
  expect(await screen.findByText("Zoe Lang takes part from now on.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Add somebody" }));
  await write(user, screen.getByLabelText("Who?", { selector: "input" }), "BOB@acme.example");
  await user.click(await screen.findByRole("option", { name: "Add BOB@acme.example" }));
  expect(await screen.findByText("BOB@acme.example takes part already.")).toBeVisible();
  expect(asked).toEqual([{ person: "p-zoe" }]);
});

test("by a reply others take part: it says to how many it goes, and an undone one keeps them", async () => {
  const { user, desk } = open();
  await chips();
  await user.keyboard("r");
  const to = await screen.findByRole("list", { name: "To: get the reply by mail" });
  expect(within(to).getAllByRole("listitem")).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "Add somebody in Cc" }));
  await write(user, screen.getByLabelText("Who?", { selector: "input" }), "new@acme.example");
  await user.click(await screen.findByRole("option", { name: "Add new@acme.example" }));
  expect(screen.getByRole("button", { name: "Take new@acme.example out of Cc" })).toBeVisible();
  await write(user, screen.getByRole("textbox", { name: /^Reply to/ }), "All of you, please.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("button", { name: "Take new@acme.example out of Cc" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Send" }));
  await user.click(await screen.findByRole("button", { name: "Send now" }));
  await waitFor(() => {
    const sent = desk.sent.find(({ path }) => path.endsWith("/messages"))?.body as MessageDraft | undefined;
    expect(sent?.cc).toEqual([{ email: "new@acme.example" }]);
  });
});

test("who is in Bcc gets the reply alone: it goes to no more people, and one undone keeps them", async () => {
  const { user, desk } = open();
  await chips();
  await user.keyboard("r");
  const add = { name: "Bcc: add somebody unseen by others" };
  const field = () => screen.getByLabelText("Who gets a blind copy?", { selector: "input" });
  (await screen.findByRole("button", add)).focus();
  await user.keyboard("{Enter}");
  expect(field()).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(screen.getByRole("button", add)).toHaveFocus();
  for (const address of ["BOB@acme.example", "bea@board.example"]) {
    await user.click(screen.getByRole("button", add));
    await write(user, field(), address);
    await user.click(await screen.findByRole("option", { name: `Add ${address}` }));
  }
  const blind = within(screen.getByRole("list", { name: "In Bcc: get this alone, unseen by others" }));
  expect(blind.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["bea@board.example"]);
  expect(
    within(screen.getByRole("list", { name: "To: get the reply by mail" })).getAllByRole("listitem"),
  ).toHaveLength(2);
  await write(user, screen.getByRole("textbox", { name: /^Reply to/ }), "As agreed.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("button", { name: "Take bea@board.example out of Bcc" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Send" }));
  await user.click(await screen.findByRole("button", { name: "Send now" }));
  await waitFor(() => {
    const sent = desk.sent.find(({ path }) => path.endsWith("/messages"))?.body as MessageDraft | undefined;
    expect(sent?.bcc).toEqual([{ email: "bea@board.example" }]);
  });
});
