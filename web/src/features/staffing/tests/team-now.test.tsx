import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import type { TeamNow } from "@/api/settings-types";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { aTeamNow, aWorkload, fakeStaffing } from "../testing";

function open(now: Partial<TeamNow> = {}, me = LEAD) {
  const desk = openDesk(me);
  const staffing = fakeStaffing();
  staffing.now = aTeamNow(now);
  server.use(...staffing.handlers);
  signedIn("agent");
  return { desk, staffing, ...showAgent("/agent/now") };
}

const names = () =>
  screen
    .getAllByRole("button", { expanded: false })
    .flatMap(({ textContent }) => /Amira|Tom|Ines/.exec(textContent) ?? []);

const rowOf = (name: RegExp) => screen.findByRole("row", { name });

describe("Team now", () => {
  test("opens by keys and answers at a glance who has too much", async () => {
    const { user } = open();
    await screen.findByRole("table", { name: "Team now" });
    expect(names()).toEqual(["Tom", "Amira", "Ines"]);
    expect(await rowOf(/^Tom Berger/)).toHaveTextContent(/busy.*since.*12 of 10 too many.*3.*1.*2 days ago/);
    expect(await rowOf(/^Ines Marques/)).toHaveTextContent(
      /absent.*until.*Amira Haddad stands in.*none today/,
    );
    expect(await rowOf(/^Amira Haddad/)).toHaveTextContent(/there.*any time.*8 of 10.*here now/);
    expect(screen.getByText("2 tickets wait")).toBeVisible();
    expect(screen.getByText("the oldest for 2 h 00 m")).toBeVisible();
    expect(screen.getByText("the next has somebody in about 20 m 00 s")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("gm");
    await screen.findByRole("heading", { name: "My tickets" });
    await user.keyboard("gn");
    expect(await screen.findByRole("heading", { name: "Team now" })).toBeVisible();
  });

  test("is ordered and narrowed to a team", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("combobox", { name: "Order" }));
    await user.click(screen.getByRole("option", { name: "By name" }));
    expect(names()).toEqual(["Amira", "Ines", "Tom"]);
    await user.click(screen.getByRole("combobox", { name: "Team" }));
    await user.click(screen.getByRole("option", { name: "IT operations" }));
    expect(names()).toEqual(["Ines"]);
    expect(screen.getByText("Nothing waits for somebody.")).toBeVisible();
  });

  test("says where it does not know all", async () => {
    const people = [aWorkload({ missed: 7, more_due: true, more: true })];
    open({
      people,
      teams: aTeamNow()
        .teams.map((one) => ({ ...one, waiting: 200, more: true }))
        .slice(0, 1),
    });
    expect(await rowOf(/^Amira Haddad/)).toHaveTextContent(/7 or more.*or longer/);
    expect(screen.getByText("at least 200 tickets wait")).toBeVisible();
  });

  test("shows agents their own teams, without planning for others", async () => {
    open({}, AGENT);
    await screen.findByRole("table", { name: "Team now" });
    expect(screen.queryByRole("button", { name: /Actions for/ })).toBeNull();
  });

  test("says when nobody is there, and when it did not come", async () => {
    open({ people: [], teams: [] });
    expect(await screen.findByRole("heading", { name: "Nobody works in your teams yet" })).toBeVisible();
  });

  test("that does not come can be tried again", async () => {
    openDesk(LEAD);
    server.use(http.get("*/api/team-now", () => problem(400, "invalid"), { once: true }));
    signedIn("agent");
    const { user } = showAgent("/agent/now");
    await user.click(await screen.findByRole("button", { name: "Try again" }, { timeout: 5000 }));
    expect(await screen.findByRole("table", { name: "Team now" })).toBeVisible();
  });

  test("speaks German", async () => {
    await chooseLanguage("de");
    open();
    expect(await rowOf(/^Tom Berger/)).toHaveTextContent(/beschäftigt.*seit.*12 von 10 zu viele/);
    await chooseLanguage("en");
  });
});

describe("somebody's tickets", () => {
  test("are asked for when they are opened, and one is given to who has room, by keyboard alone", async () => {
    const { desk, user } = open();
    let asked = 0;
    server.events.on("request:start", ({ request }) => {
      if (new URL(request.url).searchParams.get("assignee") === AGENT.id) asked += 1;
    });
    const amira = await screen.findByRole("button", { name: /^Amira Haddad/ });
    expect(asked).toBe(0);
    amira.focus();
    await user.keyboard("{Enter}");
    const list = within(await screen.findByRole("list", { name: "Tickets of Amira Haddad" }));
    expect(asked).toBe(1);
    const [give] = list.getAllByRole("button", { name: /^Give to …: HD-/ });
    const id = /HD-\w+/.exec(give?.getAttribute("aria-label") ?? "")?.[0] ?? "";
    give?.focus();
    await user.keyboard("{Enter}");
    const menu = within(await screen.findByRole("menu"));
    expect(menu.getByRole("menuitem", { name: /Tom Berger.*busy.*12 of 10/ })).toBeVisible();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByText(`${id} is now with Tom Berger.`)).toBeVisible();
    expect(desk.tickets.get(id)?.assignee?.id).toBe("p-agent2");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => {
      expect(desk.tickets.get(id)?.assignee?.id).toBe(AGENT.id);
    });
  });

  test("that cannot be given say why", async () => {
    const { user } = open();
    server.use(http.patch("*/api/tickets/:id", () => problem(412, "ticket_moved")));
    await user.click(await screen.findByRole("button", { name: /^Amira Haddad/ }));
    const [give] = await screen.findAllByRole("button", { name: /^Give to …: HD-/ });
    if (give) await user.click(give);
    await user.click(await screen.findByRole("menuitem", { name: /Tom Berger/ }));
    expect(await screen.findByRole("alert")).toBeVisible();
  });
});

describe("absent from now", () => {
  test("is three clicks, over the plan as it is now", async () => {
    const { staffing, user } = open();
    staffing.plan = { ...staffing.plan, capacity: 7, revision: 5 };
    await user.click(await screen.findByRole("button", { name: "Actions for Tom Berger" }));
    await user.click(await screen.findByRole("menuitem", { name: "Absent from now …" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Tom Berger is absent from now" }));
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Absent from now" }));
    expect(await screen.findByText("Tom Berger is absent.")).toBeVisible();
    expect(staffing.saved).toMatchObject([
      { ifMatch: '"5"', body: { capacity: 7, absences: [{ substitute: null }] } },
    ]);
    const [start, end] = JSON.stringify(staffing.saved).match(/2026-[^"]+/g) ?? [];
    expect(Date.parse(end ?? "")).toBeGreaterThan(Date.parse(start ?? ""));
  });

  test("can name who stands in, of their teams alone", async () => {
    const { staffing, user } = open();
    await user.click(await screen.findByRole("button", { name: "Actions for Tom Berger" }));
    await user.click(await screen.findByRole("menuitem", { name: "Absent from now …" }));
    await user.click(await screen.findByRole("combobox", { name: "Substitute" }));
    const offered = within(await screen.findByRole("listbox", { name: "Substitute" })).getAllByRole("option");
    expect(offered.map(({ textContent }) => textContent)).toEqual(["Nobody", "Amira Haddad"]);
    await user.click(screen.getByRole("option", { name: "Amira Haddad" }));
    await user.click(screen.getByRole("button", { name: "Absent from now" }));
    await waitFor(() => {
      expect(staffing.saved).toMatchObject([{ body: { absences: [{ substitute: AGENT.id }] } }]);
    });
  });

  test("that is refused says why and stays open", async () => {
    const { user } = open();
    server.use(http.put("*/api/people/:id/availability", () => problem(422, "invalid")));
    await user.click(await screen.findByRole("button", { name: "Actions for Tom Berger" }));
    await user.click(await screen.findByRole("menuitem", { name: "Absent from now …" }));
    await user.click(await screen.findByRole("button", { name: "Absent from now" }));
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(screen.getByRole("dialog")).toBeVisible();
  });
});
