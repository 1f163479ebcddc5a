import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { anEntry, aTicket } from "@/testing/builders";
import { replyTo } from "@/testing/composer";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const NEXT = "HD-5N2P9RWX";

function open(part: Partial<Ticket>) {
  const desk = openDesk();
  desk.tickets.set(ID, aTicket(part));
  signedIn("agent");
  return { desk, ...showAgent(`/agent/tickets/${ID}`) };
}

test("a ticket that had no more room leads to the one in which it goes on", async () => {
  const timeline = [anEntry({ type: "TicketContinued", body: null, data: { ticket: NEXT } })];
  open({ followed_by: NEXT, timeline });
  expect(await screen.findByText(/had no more room/)).toBeVisible();
  expect(screen.getByRole("link", { name: NEXT })).toHaveAttribute("href", `/agent/tickets/${NEXT}`);
  expect(screen.getByText(`Goes on in ${NEXT}`)).toBeVisible();
});

test("a ticket that goes on from another leads there", async () => {
  open({ follows: NEXT });
  expect(await screen.findByText(/Goes on from/)).toBeVisible();
  expect(screen.getByRole("link", { name: NEXT })).toBeVisible();
});

test("a stranger's mail leads to the ticket that it seems to be about", async () => {
  open({ related: NEXT });
  expect(await screen.findByText(/does not take part in the ticket/)).toBeVisible();
  expect(screen.getByRole("link", { name: NEXT })).toBeVisible();
});

test("a reply that stands in another ticket leaves this one as it is, and says where it goes on", async () => {
  const { desk, user } = open({});
  server.use(
    http.post(`*/api/tickets/${ID}/messages`, () => {
      desk.tickets.set(ID, aTicket({ followed_by: NEXT, revision: 99 }));
      return HttpResponse.json(aTicket({ id: NEXT, subject: "Elsewhere" }), { status: 201 });
    }),
  );
  await write(user, await replyTo("Jonas Weber"), "Hello.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText(/had no more room/)).toBeVisible();
  expect(screen.queryByText("Elsewhere")).toBeNull();
});
