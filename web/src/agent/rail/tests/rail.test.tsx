import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { aClock, AGENT, aTicket, NOW } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";
import { atWidth } from "@/testing/window-width";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["setTimeout", "clearTimeout"] });
  atWidth(1_440);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function open(address = "/agent/inbox") {
  const desk = openDesk();
  signedIn("agent");
  const page = showAgent(address);
  const queues = await screen.findByRole("navigation", { name: "Queues" });
  const rail = queues.closest("nav.mantine-AppShell-navbar");
  if (rail === null) throw new Error("no rail");
  const isOpen = () => rail.hasAttribute("data-open");
  return { ...page, desk, queues, rail, isOpen };
}
const pass = (milliseconds: number) => {
  act(() => void vi.advanceTimersByTime(milliseconds));
};

describe("the rail", () => {
  test("opens under a pointer that stays, not under one that crosses it", async () => {
    const { rail, isOpen } = await open();
    fireEvent.pointerEnter(rail, { pointerType: "mouse" });
    pass(140);
    fireEvent.pointerLeave(rail);
    pass(500);
    expect(isOpen()).toBe(false);
    fireEvent.pointerEnter(rail, { pointerType: "mouse" });
    pass(160);
    expect(isOpen()).toBe(true);
    fireEvent.pointerLeave(rail);
    expect(isOpen()).toBe(false);
  });

  test("is a key away, and the same key leads back to where one was", async () => {
    const { user, queues, isOpen } = await open("/agent/teams/service-desk");
    const row = await screen.findByRole("row", { name: /Nobody can print/ });
    act(() => {
      row.focus();
    });
    await user.keyboard(",");
    expect(within(queues).getByRole("link", { name: /Service Desk/i })).toHaveFocus();
    expect(isOpen()).toBe(true);
    await user.keyboard(",");
    expect(row).toHaveFocus();
    expect(isOpen()).toBe(false);
    await user.keyboard(",{Escape}");
    expect(row).toHaveFocus();
    expect(isOpen()).toBe(false);
  });

  test("shows one's own teams; the others when one asks for them", async () => {
    const { user, queues, desk } = await open();
    const [own] = desk.me.teams;
    expect(own).toBeDefined();
    const others = await within(queues).findByRole("button", { name: "Other teams" });
    const teams = () =>
      within(queues)
        .getAllByRole("link")
        .filter((link) => link.getAttribute("href")?.includes("/teams/"));
    expect(teams()).toHaveLength(desk.me.teams.length);
    expect(others).toHaveAttribute("aria-expanded", "false");
    await user.click(others);
    expect(teams().length).toBeGreaterThan(desk.me.teams.length);
  });

  test("counts what waits, says that a promise was missed, and nothing where nothing waits", async () => {
    const { queues, desk, client } = await open();
    const mine = within(queues).getByRole("link", { name: /^My tickets/ });
    desk.tickets.clear();
    await client.invalidateQueries({ queryKey: ["tickets"] });
    await waitFor(() => {
      expect(mine).toHaveAccessibleName("My tickets");
    });
    const missed = aTicket({ id: "HD-0000LATE", assignee: AGENT, clocks: [aClock({ breached: true })] });
    desk.tickets.set(missed.id, missed);
    await client.invalidateQueries({ queryKey: ["tickets"] });
    await waitFor(() => {
      expect(mine).toHaveAccessibleName("My tickets 1, one or more promises missed");
    });
    expect(await accessibilityProblems()).toEqual([]);
  });
});

test("what is one's own stands apart, with what of it waits for us and what is due today", async () => {
  const { user, queues, desk, client } = await open();
  desk.tickets.clear();
  const mine = { assignee: AGENT, next_deadline: null };
  const asking = aTicket({ id: "HD-0000ASKS", ...mine, phase: "open", state: "open" });
  const waiting = aTicket({
    id: "HD-0000WAIT",
    ...mine,
    phase: "pending",
    state: "pending",
    next_deadline: NOW,
  });
  for (const ticket of [asking, waiting]) desk.tickets.set(ticket.id, ticket);
  await client.invalidateQueries({ queryKey: ["tickets"] });
  const link = (name: RegExp) => within(queues).findByRole("link", { name });
  expect(await link(/^My tickets 2/)).toBeInTheDocument();
  const waits = await link(/^Waits for me 1/);
  expect(await link(/^Due today, mine 1/)).toBeInTheDocument();
  await user.click(waits);
  expect(await screen.findByRole("button", { name: "Remove Waits for: us" })).toBeVisible();
  expect(waits).toHaveAttribute("aria-current", "page");
  expect(await link(/^My tickets/)).not.toHaveAttribute("aria-current");
  await user.click(await link(/^My tickets/));
  expect(await link(/^My tickets/)).toHaveAttribute("aria-current", "page");
  expect(waits).not.toHaveAttribute("aria-current");
});

describe("on a phone", () => {
  test("what is used most stands below, with what waits", async () => {
    atWidth(390);
    const { user, isOpen } = await open();
    const bar = within(screen.getByRole("navigation", { name: "Main" }));
    expect(bar.getByRole("link", { name: /^Mine/ })).toHaveAttribute("href", "/agent/mine");
    expect(bar.getByRole("link", { name: /^Inbox/ })).toHaveAttribute("aria-current", "page");
    expect(bar.getByRole("link", { name: /New ticket/ })).toHaveAttribute("href", "/agent/new");
    const menu = bar.getByRole("button", { name: "Menu" });
    await user.click(menu);
    expect(menu).toHaveAttribute("aria-expanded", "true");
    await user.click(menu);
    expect(menu).toHaveAttribute("aria-expanded", "false");
    expect(isOpen()).toBe(false);
  });
});
