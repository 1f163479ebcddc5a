import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { anEntry, aTicket, REQUESTER, requesterView } from "@/testing/builders";
import { LINK } from "@/testing/desk";
import { problem } from "@/testing/problem";
import { showPortal, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

describe("the status page of a guest", () => {
  test("shows the conversation without anything internal, and the state in plain words", async () => {
    const desk = openDesk();
    desk.tickets.clear();
    desk.tickets.set("HD-07KQ2M4X", aTicket({ state: "pending", phase: "pending" }));
    showPortal(`/ticket#${LINK}`);
    expect(await screen.findByRole("heading", { name: "VPN drops every few minutes" })).toBeVisible();
    expect(screen.getByText(/We need something from you/)).toBeVisible();
    const talk = screen.getByRole("list", { name: "Conversation" });
    expect(within(talk).getByText(/At home, over the fibre line/)).toBeVisible();
    expect(within(talk).queryByText(/Gateway fra-2/)).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("sends a reply, and says that it reopened what was solved", async () => {
    const desk = openDesk();
    desk.tickets.clear();
    desk.tickets.set("HD-07KQ2M4X", aTicket({ state: "solved", phase: "solved" }));
    const { user } = showPortal(`/ticket#${LINK}`);
    await write(user, await screen.findByLabelText("Not solved? Write to us"), "It is back.");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByText("It is back.", { ignore: "textarea" })).toBeVisible();
    expect(screen.getByRole("status")).toHaveTextContent("The request is open again.");
    expect(screen.getByLabelText("Add to it")).toHaveValue("");
    expect(desk.sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("adds what the answer brings to the conversation instead of replacing it", async () => {
    openDesk();
    const before = requesterView(aTicket());
    const added = anEntry({ actor: { ...REQUESTER, role: "requester" }, body: "One more thing." });
    server.use(
      http.get("*/api/portal/ticket", () => HttpResponse.json(before), { once: true }),
      http.post("*/api/portal/ticket/messages", () =>
        HttpResponse.json({ ...before, timeline: [added] }, { status: 201 }),
      ),
    );
    const { user } = showPortal(`/ticket#${LINK}`);
    await write(user, await screen.findByLabelText("Add to it"), "One more thing.");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByText("One more thing.", { ignore: "textarea" })).toBeVisible();
    expect(screen.getByText(/At home, over the fibre line/)).toBeVisible();
  });

  test("explains a link that is missing or no longer valid", async () => {
    openDesk();
    const { unmount } = showPortal("/ticket");
    expect(await screen.findByText("This page needs the link from our e-mail")).toBeVisible();
    unmount();
    showPortal("/ticket#old");
    expect(await screen.findByText("This link is no longer valid")).toBeVisible();
  });
});

describe("a long conversation", () => {
  test("is read further back on demand", async () => {
    openDesk();
    const newest = requesterView(aTicket());
    const [first, ...rest] = newest.timeline;
    server.use(
      http.get("*/api/portal/ticket", ({ request }) => {
        const before = new URL(request.url).searchParams.get("before");
        const page = { ...newest, timeline: rest, earlier: "further" };
        return HttpResponse.json(before === null ? page : { ...newest, timeline: [first], earlier: null });
      }),
    );
    const { user } = showPortal(`/ticket#${LINK}`);
    expect(await screen.findByText(/At home, over the fibre line/)).toBeVisible();
    expect(screen.queryByText(/Since this morning the VPN/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show earlier entries" }));
    expect(await screen.findByText(/Since this morning the VPN/)).toBeVisible();
    expect(screen.getByText(/At home, over the fibre line/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show earlier entries" })).toBeNull();
  });
});

describe("a request that is not there", () => {
  test.each([
    [404, "not_found"],
    [403, "forbidden"],
  ] as const)("says that there is nothing, with a way on (%d)", async (status, code) => {
    openDesk(REQUESTER);
    signedIn("portal");
    server.use(http.get("*/api/tickets/:id", () => problem(status, code)));
    showPortal("/tickets/HD-00000000");
    const said = await screen.findByRole("heading", { name: "There is nothing here" });
    expect(said.parentElement?.querySelector("a")).toHaveAttribute("href", "/tickets");
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  test("has a way on behind a link that is no longer valid", async () => {
    openDesk();
    server.use(http.get("*/api/portal/ticket", () => problem(401, "unauthorized")));
    showPortal(`/ticket#${LINK}`);
    const said = await screen.findByRole("heading", { name: "This link is no longer valid" });
    expect(said.parentElement?.querySelector("a")).toHaveAttribute("href", "/tickets");
  });
});
