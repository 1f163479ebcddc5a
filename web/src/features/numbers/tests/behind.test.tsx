import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { aTicket, LEAD } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

// Comes in the app when it is wanted; what it takes to read it is no part of what is waited for.
import "../pages/figures";
import "../pages/tickets";
import { PAGES } from "../address";
import { fakeNumbers } from "../testing";

function open(address: string) {
  openDesk(LEAD);
  const numbers = fakeNumbers();
  server.use(...numbers.handlers);
  signedIn("agent");
  return { numbers, ...showAgent(address) };
}

describe("The tickets behind a figure", () => {
  test.each(PAGES)("are where each number leads: %s", async (page) => {
    open(`/agent/figures?page=${page}`);
    const tables = await screen.findAllByRole("table");
    for (const table of tables) {
      for (const cell of within(table).getAllByRole("cell")) {
        if (/\d/.test(cell.textContent) && !cell.textContent.includes("than before")) {
          expect(within(cell).getByRole("link")).toBeVisible();
        }
      }
    }
    for (const heading of screen.getAllByRole("heading", { level: 2 })) {
      const tile = heading.closest("li");
      if (tile !== null) expect(within(tile).getAllByRole("link")[0]).toBeVisible();
    }
  });

  test("are listed, with what the figure says of each", async () => {
    const { user, numbers } = open("/agent/figures?priority=P1");
    const times = await screen.findByText("Resolution, working time", { selector: "h2" });
    const tile = times.closest("li") ?? times;
    await user.click(within(tile).getByRole("link", { name: /^Resolution, working time: 1 h 30 m\. Show/ }));
    const title = "Tickets behind Resolution, working time";
    expect(await screen.findByRole("heading", { name: title })).toBeVisible();
    const table = await screen.findByRole("table", { name: title });
    expect(table).toHaveTextContent(aTicket().subject);
    expect(table).toHaveTextContent("1 h 30 m");
    expect(numbers.listed[0]).toMatch(/^times\?from=2026-11-01&to=2026-11-30.*priority=P1/);
    expect(numbers.listed[0]).toContain("figure=resolution_business_median");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("link", { name: "Back to the figures" }));
    await waitFor(() => {
      expect(window.location.search).toBe("?priority=P1");
    });
  });

  test("are of one line, also of the one of tickets that have none", async () => {
    const { numbers } = open("/agent/figures/tickets?report=flow&figure=backlog&group=team&key=service-desk");
    const inMain = (words: string) => within(screen.getByRole("main")).findByText(words, { selector: "bdi" });
    await screen.findByRole("main");
    expect(await inMain("Service desk")).toBeVisible();
    expect(numbers.listed[0]).toMatch(/group=team&key=service-desk/);
    cleanup();
    open("/agent/figures/tickets?report=people&figure=solved&group=handled_by");
    await screen.findByRole("main");
    expect(await inMain("none")).toBeVisible();
  });
});
