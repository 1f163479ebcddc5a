import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test, vi } from "vitest";

import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

// Comes in the app when it is wanted; what it takes to read it is no part of what is waited for.
import "../pages/figures";
import { aReport, fakeNumbers } from "../testing";

function open(address = "/agent/figures", me = LEAD) {
  openDesk(me);
  const numbers = fakeNumbers();
  server.use(...numbers.handlers);
  signedIn("agent");
  return { numbers, ...showAgent(address) };
}

const tileOf = async (name: string) => {
  const heading = await screen.findByText(name, { selector: "h2" });
  return heading.closest("li") ?? heading;
};

describe("Figures", () => {
  test("are tiles with their number, how it changed and what it counts", async () => {
    open();
    const kept = await tileOf("Promises kept");
    expect(kept).toHaveTextContent(/88%.*44 points more than before/);
    expect(within(kept).getByRole("button", { name: /counts: What met counts\./ })).toBeVisible();
    expect(await tileOf("Resolution, working time")).toHaveTextContent(/1 h 30 m.*nine of ten 1 h 30 m/);
    expect(screen.getByRole("table", { name: "Promises by deadline" })).toHaveTextContent("First response");
    expect(screen.getByText(/^as of 14:03/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("are opened by keys, and their numbers lead to the tickets behind them", async () => {
    const { user } = open("/agent/mine");
    await screen.findByRole("heading", { name: "My tickets" });
    await user.keyboard("gf");
    await user.click(await screen.findByRole("radio", { name: "Teams" }));
    const opened = await tileOf("Opened");
    await waitFor(() => {
      expect(window.location.search).toContain("page=teams");
    });
    expect(within(opened).getByRole("link").getAttribute("href")).toContain(
      "created%3A2026-11-01..2026-11-30",
    );
    const team = screen.getByRole("table", { name: "In and out by team" });
    expect(within(team).getAllByRole("link")[0]?.getAttribute("href")).toContain("team%3Aservice-desk");
  });

  test("are of what was chosen, and every line is a table too", async () => {
    const { user, numbers } = open("/agent/figures?days=90&priority=P1");
    await tileOf("Promises kept");
    expect(numbers.asked[0]).toMatch(/by=week.*priority=P1/);
    await user.click(screen.getByRole("switch", { name: "As tables" }));
    const table = await screen.findByRole("table", { name: "Promises over time" });
    expect(table).toHaveTextContent(/28 November 2026\s*18%\s*2\.4/);
  });

  test("say where tickets come from, and are of one channel or person", async () => {
    const { user, numbers } = open("/agent/figures?page=whence&channel=phone&person=p7");
    const opened = await tileOf("Opened");
    expect(opened).toHaveTextContent("12");
    expect(numbers.asked.filter((asked) => /channel=phone.*handled_by=p7/.test(asked))).toHaveLength(2);
    expect(
      within(await tileOf("Solved"))
        .getByRole("link")
        .getAttribute("href"),
    ).toContain("solved%3A2026");
    expect(screen.getByRole("table", { name: "By channel" })).toHaveTextContent("In person");
    expect(screen.getByRole("table", { name: "By organization" })).toHaveTextContent("Acme");
    await user.click(screen.getByRole("combobox", { name: "Channel" }));
    await user.click(await screen.findByRole("option", { name: "All channels" }));
    await waitFor(() => {
      expect(window.location.search).not.toContain("channel");
    });
  });

  test("say what tickets cost, and lead to those that were counted", async () => {
    open("/agent/figures?page=cost");
    expect(await tileOf("Cost of a ticket")).toHaveTextContent(/US\$0\.0016.*nine of ten US\$0\.0016/);
    expect(await tileOf("Cost of a ticket")).toHaveTextContent(/US\$0\.00082 more than before/);
    const channels = within(screen.getByRole("table", { name: "By channel" }));
    expect(channels.getByRole("link", { name: "12" }).getAttribute("href")).toContain("channel%3Aemail");
    expect(screen.getByRole("table", { name: "Cost by team" })).toHaveTextContent("Service desk");
  });

  test("say which causes grow, the fastest first", async () => {
    open("/agent/figures?page=causes");
    const table = await screen.findByRole("table", { name: "By category" });
    const [, first, second] = within(table).getAllByRole("row");
    expect(first).toHaveTextContent(/Internet.*6 more than before/);
    expect(second).toHaveTextContent(/Computer.*12 less than before/);
    const links = within(table).getAllByRole("link");
    expect(links[0]?.getAttribute("href")).toContain("category%3Anetwork");
  });

  test("of oneself are those of nobody else, and nobody else is offered to who leads nobody", async () => {
    const { numbers } = open("/agent/figures?page=me&person=p7", AGENT);
    await tileOf("Open at the end");
    expect(numbers.asked.map((asked) => /handled_by=([^&]+)/.exec(asked)?.[1])).toEqual([AGENT.id, AGENT.id]);
    expect(screen.queryByRole("combobox", { name: "Person" })).toBeNull();
  });

  test("of oneself begin with what one has to do, and lead to it", async () => {
    openDesk(AGENT);
    const items = [
      { key: "past", name: "past", condition: "due:<today", count: 2 },
      { key: "today", name: "today", condition: "due:today", count: 5 },
    ];
    server.use(
      ...fakeNumbers().handlers,
      http.get("*/api/views/mine/groups", () => HttpResponse.json({ items })),
    );
    signedIn("agent");
    showAgent("/agent/figures?page=me");
    const day = within(await screen.findByRole("region", { name: "My day" }));
    expect(day.getByRole("link", { name: "Due before today 2" })).toBeVisible();
    expect(day.getByRole("link", { name: "Due today 5" }).getAttribute("href")).toBe(
      "/agent/views/mine?by=due&part=today",
    );
  });

  test("are kept as a file", async () => {
    const [make, click] = [vi.fn(() => "blob:1"), vi.fn()];
    Object.assign(URL, { createObjectURL: make, revokeObjectURL: vi.fn() });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(click);
    const { user } = open();
    await user.click(await screen.findByRole("button", { name: "CSV: Times" }));
    await waitFor(() => {
      expect(click).toHaveBeenCalledOnce();
    });
    vi.restoreAllMocks();
  });

  test("say when there is nothing to count, and when they did not come", async () => {
    const nothing = (report: string) => aReport(report, { total: {}, groups: [] });
    const { numbers, user } = open();
    numbers.answer = nothing;
    expect(await screen.findByRole("heading", { name: "Nothing was counted in this time" })).toBeVisible();
    numbers.answer = () => problem(400, "invalid");
    await user.click(screen.getByRole("radio", { name: "Teams" }));
    numbers.answer = (report) => aReport(report);
    await user.click(await screen.findByRole("button", { name: "Try again" }, { timeout: 5000 }));
    expect(await tileOf("Opened")).toHaveTextContent("12");
  });

  test("are said in German", async () => {
    await chooseLanguage("de");
    open("/agent/figures?page=teams");
    expect(await tileOf("Eröffnet")).toHaveTextContent(/12.*6 mehr als zuvor/);
    expect(screen.getByRole("button", { name: /zählt: Was created zählt\./ })).toBeVisible();
    await chooseLanguage("en");
  });

  test("are no entry of the rail for who leads nobody, and come by their address", async () => {
    open("/agent/figures", AGENT);
    await tileOf("Promises kept");
    expect(screen.queryByRole("link", { name: "Figures" })).toBeNull();
  });
});
