import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD, AGENT } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { aPlan, aRoster, fakeStaffing, type FakeStaffing } from "../testing";

function open(address: string, staffing: FakeStaffing = fakeStaffing(), me = LEAD) {
  openDesk(me);
  server.use(
    ...staffing.handlers,
    http.get("*/api/settings/sla", () =>
      HttpResponse.json({ calendars: [{ id: "office-berlin", name: "Berlin" }] }),
    ),
  );
  signedIn("agent");
  return { staffing, ...showAgent(address) };
}

const save = () => screen.getByRole("button", { name: "Save" });

describe("a team", () => {
  test("shows who is there, what they can do, and who stands in", async () => {
    open("/agent/settings/teams/service-desk");
    const [, amira, sofia] = within(await screen.findByRole("table")).getAllByRole("row");
    expect(amira).toHaveTextContent(/Amira Haddad.*there.*3 of 10.*sap.*grade 4 of 5.*de, en.*80 %/);
    expect(sofia).toHaveTextContent(/absent.*until.*Amira Haddad stands in/);
    expect(screen.getByText(/1 of 2 are there/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("is saved from the revision that was seen", async () => {
    const { user, staffing } = open("/agent/settings/teams/service-desk");
    await user.clear(await screen.findByLabelText(/^Topic/));
    await write(user, screen.getByLabelText(/^Topic/), "All of it");
    await user.click(screen.getByRole("button", { name: "Take Amira Haddad out of the team" }));
    await user.click(save());
    expect(await screen.findByText("Everything is saved")).toBeVisible();
    expect(staffing.saved).toMatchObject([
      { ifMatch: '"4"', body: { topic: "All of it", members: ["p-lead"], alert_seconds: 900 } },
    ]);
  });

  test("that somebody else saved meanwhile keeps what was typed and takes over the rest", async () => {
    const { user, staffing } = open("/agent/settings/teams/service-desk");
    await write(user, await screen.findByLabelText(/^Topic/), " and more");
    staffing.roster = aRoster({ revision: 5, office: "Hamburg", topic: "printers" });
    await user.click(save());
    expect(await screen.findByText(/Taken over from them: Office/)).toBeVisible();
    expect(screen.getByText(/You both changed: Topic/)).toBeVisible();
    expect(screen.getByLabelText(/^Topic/)).toHaveValue("everything first and more");
    expect(screen.getByLabelText(/^Office$/)).toHaveValue("Hamburg");
    await user.click(save());
    await waitFor(() => {
      expect(staffing.roster).toMatchObject({
        revision: 6,
        office: "Hamburg",
        topic: "everything first and more",
      });
    });
  });

  test("finds somebody new by their address", async () => {
    const { user } = open("/agent/settings/teams/service-desk");
    await user.click(await screen.findByRole("button", { name: "Take Amira Haddad out of the team" }));
    await write(user, screen.getByLabelText("Add by e-mail address"), "nobody@demo.example{Enter}");
    await user.click(screen.getByRole("button", { name: "Add" }));
    expect(await screen.findByText(/Nobody has this address/)).toBeVisible();
    await user.clear(screen.getByLabelText("Add by e-mail address"));
    await write(user, screen.getByLabelText("Add by e-mail address"), AGENT.email);
    await user.click(screen.getByRole("button", { name: "Add" }));
    expect(await screen.findByRole("button", { name: "Take Amira Haddad out of the team" })).toBeVisible();
  });

  test("is not left without a question while something is not saved", async () => {
    const { user } = open("/agent/settings/teams/service-desk");
    await write(user, await screen.findByLabelText(/^Topic/), "!");
    await user.click(screen.getByRole("link", { name: "Planner check" }));
    await user.click(await screen.findByRole("button", { name: "Stay here" }));
    expect(screen.getByLabelText(/^Topic/)).toHaveValue("everything first!");
  });
});

describe("a new team", () => {
  test("is created under an id made of its name", async () => {
    const { user, staffing } = open("/agent/settings/teams");
    staffing.roster = aRoster({ id: "buero-drucker-koeln", members: [], revision: 0 });
    await user.click(await screen.findByRole("button", { name: "New team" }));
    expect(screen.getByLabelText(/^Name/)).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Create team" }));
    expect(screen.getByText("This is needed.")).toBeVisible();
    await write(user, screen.getByLabelText(/^Name/), "Büro & Drucker Köln");
    expect(screen.getByText("buero-drucker-koeln")).toBeVisible();
    await write(user, screen.getByLabelText("Topic"), "printers");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Create team" }));
    expect(await screen.findByRole("heading", { level: 1, name: /Büro & Drucker Köln/ })).toBeVisible();
    expect(window.location.pathname).toBe("/agent/settings/teams/buero-drucker-koeln");
    expect(staffing.saved).toMatchObject([
      { ifMatch: '"0"', body: { name: "Büro & Drucker Köln", level: "L1", topic: "printers", members: [] } },
    ]);
  });

  test("never takes the place of another", async () => {
    const { user, staffing } = open("/agent/settings/teams");
    await user.click(await screen.findByRole("button", { name: "New team" }));
    await write(user, screen.getByLabelText(/^Name/), "Service Desk");
    expect(screen.getByText("service-desk-2")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Change the id" }));
    await user.clear(screen.getByLabelText("Id"));
    await write(user, screen.getByLabelText("Id"), "service-desk");
    expect(await screen.findByText("There is one with this id already.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Create team" }));
    expect(staffing.saved).toEqual([]);
    await user.clear(screen.getByLabelText("Id"));
    await write(user, screen.getByLabelText("Id"), "just-created-by-somebody");
    await user.click(screen.getByRole("button", { name: "Create team" })); // the fake holds revision 4
    expect(await screen.findByText("There is one with this id already.")).toBeVisible();
    expect(screen.getByLabelText(/^Name/)).toHaveValue("Service Desk");
  });
});

describe("somebody's plan", () => {
  test("takes a shift and an absence with a substitute", async () => {
    const { user, staffing } = open(`/agent/settings/people/${AGENT.id}`);
    await user.click(await screen.findByLabelText(/^No shift/));
    await user.click(screen.getByRole("button", { name: "Saturday as the day before" }));
    await user.click(screen.getByRole("button", { name: "Add an absence" }));
    await user.click(screen.getByRole("combobox", { name: "Substitute" }));
    await user.click(await screen.findByRole("option", { name: LEAD.name }));
    await user.click(save());
    expect(await screen.findByText("Everything is saved")).toBeVisible();
    const [sent] = staffing.saved;
    expect(sent).toMatchObject({
      ifMatch: '"2"',
      body: {
        shift: { timezone: "Europe/Berlin", week: { mon: [["08:00", "17:00"]], sat: [["08:00", "17:00"]] } },
        absences: [
          {
            start: "2026-11-23T09:00:00.000Z",
            end: expect.stringMatching(/^2026-(11-30|12-01)T/) as string,
            substitute: LEAD.id,
          },
        ],
      },
    });
  });

  test("says at the field that substitutes go in a circle, by their names", async () => {
    const staffing = fakeStaffing();
    staffing.plan = aPlan({
      absences: [{ start: "2026-11-23T09:00:00Z", end: "2026-11-24T09:00:00Z", substitute: LEAD.id }],
    });
    const { user } = open(`/agent/settings/people/${AGENT.id}`, staffing);
    const chain = `${AGENT.id} -> ${LEAD.id} -> ${AGENT.id}`;
    const refusal = { code: "circle", message: `goes in a circle: ${chain}`, values: { chain } };
    server.use(
      http.put("*/availability", () =>
        problem(422, "invalid", { errors: [{ field: "absences[0].substitute", ...refusal }] }),
      ),
    );
    await user.click(await screen.findByLabelText(/^No shift/));
    await user.click(save());
    const field = await screen.findByRole("combobox", { name: "Substitute" });
    await waitFor(() => {
      expect(field).toHaveAccessibleDescription(/circle: Amira Haddad → Sofia Lindqvist → Amira Haddad/);
    });
    expect(screen.getByText("Not saved yet")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

test("the keyboard goes on in a new row, in the row after one that is gone, and stays on what was pressed", async () => {
  const { user } = open(`/agent/settings/people/${AGENT.id}`);
  await user.click(await screen.findByRole("button", { name: "Discard changes" }));
  for (const name of ["first", "second"]) {
    await user.click(screen.getByRole("button", { name: "Add a skill" }));
    await user.keyboard(name);
  }
  await user.click(screen.getByRole("button", { name: "Remove the skill first" }));
  expect(document.activeElement).toHaveValue("second");
  await user.click(screen.getByRole("button", { name: "Remove the skill second" }));
  await user.click(screen.getByRole("button", { name: "Discard changes" }));
  expect(screen.getByRole("button", { name: "Discard changes" })).toHaveFocus();
});

describe("the planner's check", () => {
  test("lists what a week lacks", async () => {
    const { user } = open("/agent/settings/planner");
    expect(await screen.findByRole("heading", { name: "Nobody speaks German" })).toBeVisible();
    expect(screen.getByText("62 hours of the week, 2 stretches")).toBeVisible();
    expect(screen.getByText("0 h 30 min of the week, 1 stretch")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Week after" }));
    expect(await screen.findByText("Week of 30 November 2026")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("leads from a gap to the field that mends it", async () => {
    const { user } = open("/agent/settings/planner");
    await screen.findByRole("heading", { name: "Nobody speaks German" });
    const [fix] = screen.getAllByRole("link", { name: /^Fix: Nobody speaks German/, hidden: true });
    expect(fix).toHaveAttribute("href", "/agent/settings/people/p-agent1#shift");
    const [office] = screen.getAllByRole("link", { name: /^Fix: No office/, hidden: true });
    expect(office).toHaveAttribute("href", "/agent/settings/teams/service-desk#calendar");
    if (office) await user.click(office);
    await waitFor(() => {
      expect(screen.getByRole("combobox", { name: "Office hours" })).toHaveFocus();
    });
  });

  test("shows who is there, and says of a team without hours one sentence instead of a red week", async () => {
    const staffing = fakeStaffing();
    staffing.weekTeams = [{ id: "service-desk", name: "Service desk", calendar: null }];
    staffing.gaps = [
      { what: "office", start: "2026-11-23T00:00:00Z", end: "2026-11-30T00:00:00Z", minutes: 10_080 },
      { what: "skill:vpn", start: "2026-11-23T00:00:00Z", end: "2026-11-30T00:00:00Z", minutes: 10_080 },
    ];
    open("/agent/settings/planner", staffing);
    expect(await screen.findByText(/Service desk has no office hours/)).toBeVisible();
    expect(screen.queryByRole("heading", { name: "No office" })).toBeNull();
    expect(screen.getByText(/At no time of this week/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Amira Haddad" })).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("says when nothing is missing, also in German", async () => {
    const staffing = fakeStaffing();
    staffing.gaps = [];
    open("/agent/settings/planner", staffing);
    expect(await screen.findByText("Every minute of this week is covered")).toBeVisible();
    await chooseLanguage("de");
    expect(await screen.findByText("Jede Minute dieser Woche ist abgedeckt")).toBeVisible();
    await chooseLanguage("en");
  });
});
