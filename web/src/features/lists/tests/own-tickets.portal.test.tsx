import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { setProductClock } from "@/lib/product-clock";
import { accessibilityProblems } from "@/testing/axe";
import { aTicket, at, cardOf, NOW, REQUESTER } from "@/testing/builders";
import { showPortal, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

describe("the requests of somebody with an account", () => {
  test("asks to sign in first", async () => {
    openDesk();
    showPortal("/tickets");
    expect(await screen.findByText("Sign in to see your requests")).toBeVisible();
  });

  test("are listed in plain words, and one leads to its conversation", async () => {
    openDesk(REQUESTER);
    signedIn("portal");
    const { user } = showPortal("/tickets");
    const row = await screen.findByRole("link", { name: /How do I share a calendar/ });
    expect(row).toHaveTextContent("Waiting for you");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("link", { name: /VPN drops/ }));
    expect(await screen.findByRole("heading", { name: "VPN drops every few minutes" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "It is solved, thank you" }));
    expect(await screen.findByText(/We think this is solved/)).toBeVisible();
  });

  test("are told apart by whether they are closed", async () => {
    const desk = openDesk(REQUESTER);
    desk.tickets.clear();
    desk.tickets.set("HD-1", aTicket({ id: "HD-1", subject: "Still open" }));
    desk.tickets.set(
      "HD-2",
      aTicket({ id: "HD-2", subject: "To be confirmed", state: "solved", phase: "solved" }),
    );
    desk.tickets.set("HD-3", aTicket({ id: "HD-3", subject: "Long over", state: "closed", phase: "closed" }));
    signedIn("portal");
    showPortal("/tickets");
    const open = await screen.findByRole("region", { name: "Open 2" });
    const closed = screen.getByRole("region", { name: "Closed 1" });
    expect(within(open).getAllByRole("link")).toHaveLength(2);
    expect(within(closed).getByRole("link")).toHaveTextContent("Long over");
    expect(screen.queryByLabelText("Search my requests")).toBeNull();
  });

  test("are marked where somebody else asked and I take part", async () => {
    openDesk(REQUESTER);
    signedIn("portal");
    const theirs = { ...cardOf(aTicket({ id: "HD-1", subject: "Their lift" })), takes_part: true };
    theirs.requester = { id: "p-nora", name: "Nora Weiß" };
    const mine = cardOf(aTicket({ id: "HD-2", subject: "My lift" }));
    server.use(http.get("*/api/tickets", () => HttpResponse.json({ items: [theirs, mine], cursor: null })));
    showPortal("/tickets");
    expect(await screen.findByRole("link", { name: /Their lift/ })).toHaveTextContent(
      "You take part, asked by Nora Weiß",
    );
    expect(screen.getByRole("link", { name: /My lift/ })).not.toHaveTextContent("take part");
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("say by when the answer comes while it is for us to give one", async () => {
    setProductClock(NOW);
    const desk = openDesk(REQUESTER);
    desk.tickets.clear();
    desk.tickets.set("HD-1", aTicket({ id: "HD-1", answer_by: at(180) }));
    signedIn("portal");
    showPortal("/tickets");
    expect(await screen.findByRole("link", { name: /VPN drops/ })).toHaveTextContent(
      /You will hear from us by today/,
    );
  });

  test("are searched by words and number once there are ten", async () => {
    const desk = openDesk(REQUESTER);
    desk.tickets.clear();
    for (let n = 0; n < 10; n += 1) {
      const id = `HD-000000${n}`;
      desk.tickets.set(id, aTicket({ id, subject: n === 7 ? "Drücker klemmt im Büro" : `Request ${n}` }));
    }
    signedIn("portal");
    const { user } = showPortal("/tickets");
    const field = await screen.findByLabelText("Search my requests");
    await write(user, field, "buro drucker");
    expect(screen.getByRole("link", { name: /Drücker/ })).toBeVisible();
    expect(screen.queryByRole("link", { name: /Request/ })).toBeNull();
    await user.clear(field);
    await write(user, field, "hd-0000003");
    expect(screen.getByRole("link", { name: /Request 3/ })).toBeVisible();
    await user.clear(field);
    await write(user, field, "nowhere");
    expect(screen.getByText("None of your requests contains “nowhere”.")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("are looked for in those that were not loaded yet, but not without end", async () => {
    openDesk(REQUESTER);
    signedIn("portal");
    const asked: (string | null)[] = [];
    server.use(
      http.get("*/api/tickets", ({ request }) => {
        asked.push(new URL(request.url).searchParams.get("cursor"));
        const items = Array.from({ length: 10 }, (_, n) =>
          cardOf(aTicket({ id: `HD-${asked.length}${n}`, subject: "Something" })),
        );
        return HttpResponse.json({ items, cursor: `page-${asked.length}` });
      }),
    );
    const { user } = showPortal("/tickets");
    await write(user, await screen.findByLabelText("Search my requests"), "nowhere");
    await waitFor(
      () => {
        expect(asked).toHaveLength(8);
      },
      { timeout: 4_000 },
    );
    expect(screen.getByText(/None of your requests/)).toBeVisible();
    expect(asked).toEqual([null, "page-1", "page-2", "page-3", "page-4", "page-5", "page-6", "page-7"]);
  });
});
