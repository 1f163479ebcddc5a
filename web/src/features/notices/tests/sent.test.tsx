import { act, screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";

import type { SentMail } from "@/api/types";
import { accessibilityProblems } from "@/testing/axe";
import { aTicket, NOW } from "@/testing/builders";
import { playLive, socket, watching } from "@/testing/fake-socket";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const SENT: SentMail = {
  ...{
    entry: "e-1",
    letter: "acknowledgement",
    person: "p-1",
    address: "jonas@acme.example",
    automatic: true,
  },
  ...{ at: NOW, state: "delivered", state_at: NOW, why: "" },
};

test("what was sent, to whom, and what became of it is shown to who asks", async () => {
  openDesk();
  let asked = 0;
  const items: SentMail[] = [
    SENT,
    { ...SENT, entry: "e-2", letter: "reply", state: "bounced", why: "550 no such user" },
    { ...SENT, entry: "e-3", letter: "reply", state: "withheld", why: "undeliverable" },
    { ...SENT, entry: "e-4", letter: "of_tomorrow", state: "sent" },
  ];
  server.use(
    http.get(`*/api/tickets/${ID}/mails`, () => {
      asked += 1;
      return HttpResponse.json({ items });
    }),
  );
  signedIn("agent");
  const { user } = showAgent(`/agent/tickets/${ID}`);
  const button = await screen.findByRole("button", { name: "Show what was sent" });
  expect(asked).toBe(0);
  await user.click(button);
  const list = within(await screen.findByRole("list", { name: "Mail sent" }));
  const [first, bounced, withheld, unknown] = list.getAllByRole("listitem");
  expect(first).toHaveTextContent("That it camedeliveredjonas@acme.example");
  expect(bounced).toHaveTextContent("Replycame back");
  expect(bounced).toHaveTextContent("550 no such user");
  expect(withheld).toHaveTextContent("Mail does not reach this address.");
  expect(unknown).toHaveTextContent("Letter");
  expect(await accessibilityProblems()).toEqual([]);
});

test("while it is open it follows what happens to the ticket, and looks again for a while after that", async () => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  });
  const desk = openDesk();
  const leave = playLive();
  try {
    desk.tickets.set(ID, aTicket({ updated_at: "2020-01-01T00:00:00Z" }));
    let items: SentMail[] = [];
    let asked = 0;
    server.use(
      http.get(`*/api/tickets/${ID}/mails`, () => {
        asked += 1;
        return HttpResponse.json({ items });
      }),
    );
    signedIn("agent");
    const { user } = showAgent(`/agent/tickets/${ID}`);
    const line = await socket(0);
    act(() => {
      line.open();
      line.says(watching(`ticket:${ID}`));
    });
    await user.click(await screen.findByRole("button", { name: "Show what was sent" }));
    expect(await screen.findByText("Nothing was mailed of this ticket.")).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(asked).toBe(1);

    items = [{ ...SENT, letter: "reply", state: "sending" }];
    desk.tickets.set(ID, aTicket({ updated_at: new Date(Date.now()).toISOString() }));
    act(() => {
      line.says({
        ...{ type: "event", event: "MessageAdded", ticket_id: ID, version: 9, occurred_at: NOW },
        ...{ topics: [`ticket:${ID}`], public: true },
      });
    });
    expect(await screen.findByText("on its way out")).toBeVisible();
    items = [{ ...SENT, letter: "reply", state: "delivered" }];
    await act(() => vi.advanceTimersByTimeAsync(6_000));
    expect(await screen.findByText("delivered")).toBeVisible();
  } finally {
    vi.useRealTimers();
    leave();
  }
});
