import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, at, NOW } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { ROUTING } from "../testing";

const ID = "HD-07KQ2M4X";

function open(part: Partial<Ticket> = {}) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ...part });
  signedIn("agent");
  return { desk, ...showAgent(`/agent/tickets/${ID}`) };
}

describe("a ticket", () => {
  test("is handed over with what the next one needs", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: "Hand over" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Hand over" }));
    expect(within(dialog).getAllByText("This is needed.")).toHaveLength(2);
    await user.click(within(dialog).getByRole("combobox", { name: "To whom" }));
    await user.click(await screen.findByRole("option", { name: "Tom Berger" }));
    await write(user, within(dialog).getByLabelText(/Where it stands/), "The gateway is at fault");
    await write(user, within(dialog).getByLabelText(/What comes next/), "Call the provider");
    await user.click(within(dialog).getByRole("button", { name: "Hand over" }));
    expect(await screen.findByText(/handed over to Tom Berger/)).toBeVisible();
    expect(screen.getByText("Call the provider")).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({
      summary: "The gateway is at fault",
      next_step: "Call the provider",
      person: "p-agent2",
    });
  });

  test("is handed over by keys alone, without a next step when there is none to tell", async () => {
    const { desk, user } = open();
    await screen.findByRole("button", { name: "Hand over" });
    await user.keyboard("h");
    const dialog = within(await screen.findByRole("dialog"));
    const to = () => dialog.getByRole("combobox", { name: "To whom" });
    await waitFor(() => {
      expect(to()).toHaveFocus();
    });
    await user.keyboard("Tom{ArrowDown}{Enter}");
    await write(user, dialog.getByLabelText(/Where it stands/), "It waits for a part.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText(/handed over to Tom Berger/)).toBeVisible();
    expect(screen.queryByText("Next:")).toBeNull();
    expect(desk.sent.at(-1)?.body).toEqual({ summary: "It waits for a part.", person: "p-agent2" });
  });

  test("says why this person has it", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("button", { name: "Why this person?" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("Network by word, Branch offices")).toBeVisible();
    expect(within(dialog).getByText("German")).toBeVisible();
    const [, first, , full, skill, language] = within(dialog).getAllByRole("row");
    expect(first).toHaveTextContent(/Amira Haddad.*Place 1.*received for their share: 4/);
    expect(full).toHaveTextContent(/Tom Berger.*10.*has as many tickets as they can take/);
    expect(skill).toHaveTextContent(/Ines Marques.*lacks the skill vpn/);
    expect(language).toHaveTextContent(/Paul Okafor.*does not answer in German/);
    expect(within(dialog).getByText(/12 × not on shift/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("says where it stands in line when nobody has it", async () => {
    const { user } = open({ assignee: null });
    const waiting = { reason: "full", ahead: 2, expected_seconds: 5_400, again_at: at(60), alert_at: null };
    server.use(http.get("*/api/tickets/:id/routing", () => HttpResponse.json({ ...ROUTING, waiting })));
    await user.click(await screen.findByRole("button", { name: "Why has nobody got it?" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("2 tickets are in line before it.")).toBeVisible();
    expect(within(dialog).getByText(/about 1 h 30 m/)).toBeVisible();
    expect(within(dialog).getByText(/Nobody could take it. Mostly: has as many/)).toBeVisible();
  });
});

test("why a ticket has its impact is told with the way it went", async () => {
  const printer = {
    id: "printer-hall",
    name: "Printer in the hall",
    type: "printer",
    impact: "high",
  } as const;
  const { user } = open();
  const raised_impact = [{ at: NOW, was: "low", now: "high", assets: [printer] }];
  server.use(http.get("*/api/tickets/:id/routing", () => HttpResponse.json({ ...ROUTING, raised_impact })));
  await user.click(await screen.findByRole("button", { name: "Why this person?" }));
  const told = await screen.findByRole("dialog");
  expect(await within(told).findByText("Low → High: Printer in the hall")).toBeVisible();
});

test("one Escape closes the hand-over, whose list waits to be opened", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Hand over" }));
  const dialog = await screen.findByRole("dialog");
  const list = within(dialog).getByRole("combobox", { name: "To whom" });
  await waitFor(() => {
    expect(list).toHaveFocus();
  });
  expect(list).toHaveAttribute("aria-expanded", "false");
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("a team's line", () => {
  test("gives the next one to who asks, in teams that fetch their work", async () => {
    const desk = openDesk({ ...AGENT, teams: ["network-experts"] });
    signedIn("agent");
    const { user } = showAgent("/agent/teams/network-experts");
    await user.click(await screen.findByRole("button", { name: "Take the next one" }));
    expect(await screen.findByRole("heading", { name: "Branch office in Porto is offline" })).toBeVisible();
    expect(desk.tickets.get("HD-0E9FG1HJ")?.assignee?.id).toBe(AGENT.id);
  });

  test("says when nothing waits, and offers nothing to fetch where work is given out", async () => {
    const desk = openDesk({ ...AGENT, teams: ["network-experts", "service-desk"] });
    desk.tickets.delete("HD-0E9FG1HJ");
    signedIn("agent");
    const { user } = showAgent("/agent/teams/network-experts");
    await user.click(await screen.findByRole("button", { name: "Take the next one" }));
    expect(await screen.findByText("Nothing is waiting that you can take.")).toBeVisible();
    await user.click(screen.getByRole("link", { name: /Service desk/ }));
    await screen.findByRole("grid");
    expect(screen.queryByRole("button", { name: "Take the next one" })).toBeNull();
  });
});

test("a queue has the agent's own status beside it, with what it rests on", async () => {
  const desk = openDesk();
  signedIn("agent");
  const { user } = showAgent("/agent/mine");
  const own = await screen.findByRole("button", { name: /^Your status: ?Available/ });
  expect(own).toHaveTextContent("as usual");
  await user.click(own);
  await user.click(await screen.findByRole("menuitem", { name: "Busy" }));
  expect(await screen.findByRole("button", { name: /^Your status: ?Busy/ })).toHaveTextContent("set by hand");
  expect(desk.sent.at(-1)).toMatchObject({ path: "/api/me/status", body: { status: "busy" } });
});
