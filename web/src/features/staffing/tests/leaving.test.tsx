import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import type { Me } from "@/api/types";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, LEAD, TEAMS } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { aRoster, fakeStaffing, type FakeStaffing } from "../testing";

const ADMIN: Me = { ...LEAD, id: "p-admin", name: "Ada Admin", role: "admin" };
const NIGHT = { ...TEAMS[0], id: "night-desk", name: "Night desk" };

function open(
  address: string,
  staffing: FakeStaffing = fakeStaffing(),
  me = ADMIN,
  teams = [...TEAMS, NIGHT],
) {
  openDesk(me);
  server.use(
    ...staffing.handlers,
    http.get("*/api/teams", () => HttpResponse.json({ items: teams })),
    http.get("*/api/settings/sla", () => HttpResponse.json({ calendars: [] })),
  );
  signedIn("agent");
  return { staffing, ...showAgent(address) };
}

const TEAM = "/agent/settings/teams/service-desk";
const PERSON = `/agent/settings/people/${AGENT.id}`;

describe("a team", () => {
  test("is retired after saying what will happen, and its tickets go on to another of its level", async () => {
    const { user, staffing } = open(TEAM);
    await user.click(await screen.findByRole("button", { name: "Retire…" }));
    const dialog = await screen.findByRole("dialog", { name: "Retire Service desk?" });
    expect(dialog).toHaveTextContent(/takes no tickets any more and stands in no choice/);
    await user.click(within(dialog).getByRole("combobox", { name: /Who goes on/ }));
    const choices = within(await screen.findByRole("listbox", { name: /Who goes on/ }));
    expect(choices.getAllByRole("option").map((one) => one.textContent)).toEqual([
      "Nobody: only when it has no open tickets",
      "L1 · Night desk",
    ]);
    await user.click(choices.getByRole("option", { name: "L1 · Night desk" }));
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Retire the team" }));
    expect(await screen.findByText(/This team is retired.*Night desk goes on/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
    expect(staffing.asked).toEqual([{ retired: true, successor: "night-desk" }]);
  });

  test("that something points at stays, and all of it is named", async () => {
    const staffing = fakeStaffing();
    staffing.refusal = problem(409, "team_in_use", {
      errors: [
        { field: "rules", code: "team_in_rule", message: "", values: { name: "Nights" } },
        { field: "successor", code: "team_has_tickets", message: "", values: { tickets: "HD-1" } },
      ],
    });
    const { user } = open(TEAM, staffing);
    await user.click(await screen.findByRole("button", { name: "Retire…" }));
    await user.click(await screen.findByRole("button", { name: "Retire the team" }));
    const said = await screen.findByRole("alert");
    expect(
      within(said)
        .getAllByRole("listitem")
        .map((one) => one.textContent),
    ).toEqual([
      "The routing rule “Nights” gives it tickets.",
      "It has open tickets, such as HD-1. Choose the team that goes on with them.",
    ]);
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    });
    expect(screen.getByLabelText(/^Topic/)).toBeVisible();
  });

  test("comes back as it was", async () => {
    const staffing = fakeStaffing();
    staffing.roster = aRoster({ retired: true, successor: "night-desk" });
    const { user } = open(TEAM, staffing);
    await user.click(await screen.findByRole("button", { name: "Bring it back" }));
    expect(await screen.findByLabelText(/^Topic/)).toHaveValue("everything first");
    expect(staffing.asked).toEqual([{ retired: false }]);
  });

  test("is retired by administrators alone", async () => {
    open(TEAM, fakeStaffing(), LEAD);
    expect(await screen.findByLabelText(/^Topic/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Retire…" })).not.toBeInTheDocument();
  });

  test("that is retired is said so where it is named, and stands in no choice", async () => {
    const retired = { ...NIGHT, retired: true };
    const { user } = open("/agent/settings/teams", fakeStaffing(), ADMIN, [...TEAMS, retired]);
    expect(await screen.findByRole("row", { name: /Night desk.*retired/ })).toBeVisible();
    expect(screen.getAllByText("Night desk")).toHaveLength(1);
    await user.click(screen.getByRole("link", { name: "Service desk", current: false }));
    await user.click(await screen.findByRole("combobox", { name: /^Next office/ }));
    const choices = within(await screen.findByRole("listbox", { name: /^Next office/ }));
    expect(choices.getAllByRole("option").map((one) => one.textContent)).not.toContain("L1 · Night desk");
  });
});

describe("an account", () => {
  test("is deactivated after saying what will happen", async () => {
    const { user, staffing } = open(PERSON);
    await user.click(await screen.findByRole("button", { name: "Deactivate…" }));
    const dialog = await screen.findByRole("dialog", { name: `Deactivate ${AGENT.name}?` });
    expect(dialog).toHaveTextContent(/can sign in no more/);
    expect(dialog).toHaveTextContent(/open tickets there go back into the line: Service desk\./);
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Deactivate" }));
    expect(await screen.findByText(/This account is deactivated/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Reactivate" }));
    expect(await screen.findByRole("button", { name: "Deactivate…" })).toBeVisible();
    expect(staffing.asked).toEqual([{ active: false }, { active: true }]);
  });

  test("that cannot be deactivated stays, with the reason", async () => {
    const staffing = fakeStaffing();
    staffing.refusal = problem(403, "forbidden");
    const { user } = open(PERSON, staffing);
    await user.click(await screen.findByRole("button", { name: "Deactivate…" }));
    await user.click(await screen.findByRole("button", { name: "Deactivate" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("You may not do this.");
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Deactivate…" })).toBeVisible();
  });

  test.each([LEAD, { ...AGENT, role: "admin" as const }])(
    "is not for $role to deactivate, nor one's own",
    async (me) => {
      open(PERSON, fakeStaffing(), me);
      expect(await screen.findByText("Absences")).toBeVisible();
      expect(screen.queryByRole("button", { name: "Deactivate…" })).not.toBeInTheDocument();
    },
  );

  test("of somebody in no team is found by the address", async () => {
    const { user } = open("/agent/settings/teams");
    await write(user, await screen.findByLabelText("Somebody by e-mail address"), AGENT.email);
    await user.click(screen.getByRole("button", { name: "Open" }));
    expect(await screen.findByRole("heading", { level: 1, name: AGENT.name })).toBeVisible();
  });

  test("is asked about in German", async () => {
    await chooseLanguage("de");
    const { user } = open(PERSON);
    await user.click(await screen.findByRole("button", { name: "Deaktivieren …" }));
    expect(await screen.findByRole("dialog")).toHaveTextContent(/kann sich nicht mehr anmelden/);
  });
});
