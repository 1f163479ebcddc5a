import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { setProductClock } from "@/lib/product-clock";
import { accessibilityProblems } from "@/testing/axe";
import { aTicket, cardOf, NOW } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const rows = async () => within(await screen.findByRole("table")).findAllByRole("row");

describe("a queue", () => {
  test("stands in the order of the next deadline, with what is late in words", async () => {
    openDesk();
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    const [, first, second] = await rows();
    expect(first).toHaveTextContent("Nobody can print on floor 3");
    expect(first).toHaveTextContent(/12 m 0\d s over/);
    expect(second).toHaveTextContent("Account locked after password change");
    expect(second).toHaveTextContent(/in 6 m 5\d s|in 7 m 00 s/);
    expect((await rows()).at(-1)).toHaveTextContent("paused");
  });

  test("counts with the product's clock, however fast that runs", async () => {
    openDesk();
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    await rows();
    // Ten hours a second: what was due in seven minutes is late at the next tick.
    setProductClock(NOW, 36_000);
    expect(await screen.findAllByText(/h \d\d m over/, {}, { timeout: 3_000 })).not.toHaveLength(0);
  });

  test("can be narrowed by words, and says when nothing is left", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/teams/service-desk");
    await rows();
    await write(user, screen.getByLabelText("Filter this list"), "monitor");
    expect(await rows()).toHaveLength(2);
    await write(user, screen.getByLabelText("Filter this list"), " xyz");
    expect(await screen.findByText("Nothing matches the filter")).toBeVisible();
  });

  test("is walked and opened by keyboard", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/teams/service-desk");
    await rows();
    await user.keyboard("jjo");
    expect(
      await screen.findByRole("heading", { name: "Account locked after password change" }),
    ).toBeVisible();
  });

  test("shows mine, and what nobody has taken", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent");
    expect(await screen.findByRole("heading", { name: "My tickets" })).toBeVisible();
    expect(await rows()).toHaveLength(5);
    await user.keyboard("u");
    expect(await screen.findByRole("heading", { name: "Unassigned" })).toBeVisible();
    expect(await screen.findByText("Nobody can print on floor 3")).toBeVisible();
  });

  test("asks the service for what needs work, and for an organization by name", async () => {
    openDesk();
    const asked: URLSearchParams[] = [];
    server.events.on("request:start", ({ request }) => {
      const url = new URL(request.url);
      if (url.pathname === "/api/tickets") asked.push(url.searchParams);
    });
    signedIn("agent");
    const { user } = showAgent("/agent/unassigned");
    await rows();
    expect(asked.every((query) => query.get("needs_work") === "true")).toBe(true);
    await user.click(screen.getByRole("combobox", { name: "Organisation" }));
    await user.click(await screen.findByRole("option", { name: "Harbour Logistics" }));
    expect(await screen.findByText("Branch office in Porto is offline")).toBeVisible();
    await waitFor(async () => {
      expect(await rows()).toHaveLength(2);
    });
    server.events.removeAllListeners();
  });

  test("goes on by itself while a page of a longer list is empty", async () => {
    openDesk();
    const card = { ...cardOf(aTicket()), subject: "Deep in the list" };
    server.use(
      http.get("*/api/tickets", ({ request }) => {
        const further = new URL(request.url).searchParams.has("cursor");
        return HttpResponse.json(further ? { items: [card], cursor: null } : { items: [], cursor: "on" });
      }),
    );
    signedIn("agent");
    showAgent("/agent/mine");
    expect(await screen.findByText("Deep in the list")).toBeVisible();
  });

  test("offers another try when the service fails", async () => {
    openDesk();
    server.use(http.get("*/api/tickets", () => problem(403, "forbidden")));
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
  });

  test("has no accessibility problems", async () => {
    openDesk();
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    await rows();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
