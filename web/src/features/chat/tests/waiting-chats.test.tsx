import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { aTicket, cardOf } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

test("a chat that waits stands above the inbox, and t takes and opens it", async () => {
  const desk = openDesk();
  const ticket = aTicket({ channel: "chat", state: "new", phase: "new", assignee: null });
  desk.tickets.clear();
  desk.tickets.set(ticket.id, ticket);
  signedIn("agent");
  server.use(
    http.get("*/api/tickets", ({ request }) => {
      const asked = new URL(request.url).searchParams;
      if (asked.get("channel") !== "chat") return undefined;
      const now = desk.tickets.get(ticket.id);
      const items = now?.assignee === null ? [cardOf(now)] : [];
      return HttpResponse.json({ items, cursor: null, looked_at: 1 });
    }),
  );
  const { user } = showAgent("/agent/inbox");
  const waiting = await screen.findByRole("region", { name: "1 chat waits" });
  expect(within(waiting).getByText(ticket.subject)).toBeVisible();
  expect(within(waiting).getByText(/^\d+ s$/)).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await user.keyboard("t");
  await waitFor(() => {
    expect(desk.tickets.get(ticket.id)?.assignee).not.toBeNull();
  });
  expect(await screen.findByRole("heading", { level: 1, name: new RegExp(ticket.subject) })).toBeVisible();
});
