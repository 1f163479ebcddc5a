import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";

import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

test("on paper stands the whole conversation, however little of it was here", async () => {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  const [first, second, ...rest] = ticket.timeline;
  if (first === undefined || second === undefined) throw new Error("no entries");
  const pages = {
    newest: { ...ticket, timeline: rest, earlier: "two" },
    two: { ...ticket, timeline: [second], earlier: "one" },
    one: { ...ticket, timeline: [first], earlier: null },
  };
  server.use(
    http.get(`*/api/tickets/${ID}`, ({ request }) => {
      const before = new URL(request.url).searchParams.get("before") ?? "newest";
      return HttpResponse.json(pages[before as keyof typeof pages]);
    }),
  );
  signedIn("agent");
  const printed = vi.spyOn(window, "print").mockImplementation(() => {
    expect(screen.getByText(/Since this morning the VPN/)).toBeVisible();
  });
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Print" }));
  await waitFor(() => {
    expect(printed).toHaveBeenCalledOnce();
  });
  expect(screen.queryByRole("button", { name: "Show earlier entries" })).toBeNull();
});
