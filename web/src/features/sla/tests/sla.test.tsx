import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { aSla, fakeSla } from "../testing";

function open(role: "admin" | "lead" = "admin") {
  openDesk({ ...LEAD, role });
  const sla = fakeSla();
  server.use(...sla.handlers);
  signedIn("agent");
  return { sla, ...showAgent("/agent/settings/sla") };
}

const save = () => screen.getByRole("button", { name: "Save" });

describe("the SLA settings", () => {
  test("say what overlaps, what is missing and how far open tickets follow", async () => {
    open();
    expect(await screen.findByText("Premium comes before Standard")).toBeVisible();
    expect(screen.getByText("Premium: First response, P2, P3, P4")).toBeVisible();
    expect(await screen.findByText(/follow version 3: 12 looked at, 5 changed/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("say each promise and each ladder in a sentence", async () => {
    const { user } = open();
    expect(await screen.findByRole("button", { name: /^Premium/ })).toHaveTextContent(
      "When the plan is “gold” → First response within 15 min, counted by “Office Berlin”",
    );
    expect(screen.getByRole("button", { name: /^Standard/ })).toHaveTextContent(
      "For every ticket → Resolution within 8 h",
    );
    await user.click(screen.getByRole("tab", { name: "Escalation ladders" }));
    const ladder = screen.getByRole("button", { name: /^Hand on/ });
    expect(ladder).toHaveTextContent("When any promise is missed → at once move it to the next level");
    await user.click(ladder);
    await user.click(screen.getByRole("button", { name: "Add a step" }));
    await user.click(screen.getByRole("button", { name: "Add a condition" }));
    await user.click(screen.getByRole("combobox", { name: "Field" }));
    await user.click(await screen.findByRole("option", { name: "Priority" }));
    await user.click(screen.getByRole("combobox", { name: "Values: Priority" }));
    await user.click(await screen.findByRole("option", { name: "P1 Critical" }));
    expect(ladder).toHaveTextContent(
      "When any promise is missed and the priority is “P1 Critical” → at once move it to the next level; " +
        "30 min later tell whoever is there",
    );
  });

  test("are tried on a ticket as they are written, saved or not", async () => {
    const { user, sla } = open();
    const panel = within(await screen.findByRole("region", { name: "Try it" }));
    expect(await panel.findByText("Its promise is “Standard”.")).toBeVisible();
    expect(panel.getByText("“Premium” is not for it. What differs: Plan.")).toBeVisible();
    expect(panel.getByText(/^Resolution/).closest("li")).toHaveTextContent(
      /Resolution due .+ 8 h, Office Berlin · warns at 75 %: /,
    );
    expect(panel.getByText(/“Hand on” begins when “Resolution” is missed:/)).toHaveTextContent(
      /: move it to the next level$/,
    );
    expect(sla.tried[0]?.ticket).toMatchObject({ priority: "P3", level: "L1", kind: "incident" });

    await user.click(panel.getByRole("combobox", { name: "Priority" }));
    await user.click(await screen.findByRole("option", { name: "P1 Critical" }));
    await write(user, panel.getByLabelText("Plan"), "gold");
    await user.click(screen.getByRole("button", { name: /^Premium/ }));
    await user.clear(screen.getByLabelText("Name"));
    await waitFor(() => {
      const asked = sla.tried.at(-1);
      expect(asked?.ticket).toMatchObject({ priority: "P1", plan: "gold" });
      // What is to be saved needs a name, what is tried does not.
      expect(asked?.document?.policies[0]).toMatchObject({ id: "premium", conditions: { plan: ["gold"] } });
      expect(asked?.document?.policies[0]).not.toHaveProperty("name");
    });
    expect(sla.saved).toEqual([]);
  });

  test("are not tried by who only reads them", async () => {
    open("lead");
    expect(await screen.findByRole("button", { name: /^Premium/ })).toBeVisible();
    expect(screen.queryByRole("region", { name: "Try it" })).toBeNull();
  });

  test("are saved as a whole; what has no form stays", async () => {
    const { user, sla } = open();
    await user.click(await screen.findByRole("button", { name: /^Premium/ }));
    const target = screen.getByLabelText("First response, P1 Critical");
    expect(target).toHaveValue("15 min");
    await user.clear(target);
    await write(user, target, "1 h 30 min");
    await user.click(screen.getByRole("button", { name: "Move Premium down" }));
    await user.click(save());
    await waitFor(() => {
      expect(sla.saved).toHaveLength(1);
    });
    const [sent] = sla.saved;
    expect(sent?.ifMatch).toBe('"3"');
    expect(sent?.body.policies.map(({ id }) => id)).toEqual(["standard", "premium"]);
    expect(sent?.body.policies[1]).toMatchObject({
      conditions: { plan: ["gold"] },
      targets: { first_response: { P1: { seconds: 5_400, business: false } } },
    });
    expect(sent?.body).toMatchObject({
      calendars: aSla().calendars,
      ladders: aSla().ladders,
      close_solved_after_days: 7,
      close_solved_in_business_days: false,
      survey: { on: true },
    });
  });

  test("make an id of the name until it is saved, and what names it goes with it", async () => {
    const { user, sla } = open();
    await user.click(await screen.findByRole("tab", { name: "Calendars" }));
    await user.click(screen.getByRole("button", { name: "Add a calendar" }));
    await write(user, screen.getByLabelText("Name"), "Büro");
    expect(screen.getByText("buero")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Change the id" }));
    const id = screen.getByLabelText("Id");
    await user.clear(id);
    await write(user, id, "always");
    expect(id).toHaveAccessibleDescription(/There is one with this id already/);
    await user.clear(id);
    await write(user, id, "office-2");
    await user.click(screen.getByRole("tab", { name: "Promises" }));
    await user.click(screen.getByRole("button", { name: /^Premium/ }));
    expect(screen.queryByRole("button", { name: "Change the id" })).toBeNull();
    await user.click(screen.getByRole("combobox", { name: "Counts by calendar" }));
    await user.click(await screen.findByRole("option", { name: "Büro" }));
    await user.click(screen.getByRole("tab", { name: "Calendars" }));
    await user.click(screen.getByRole("button", { name: /^Büro/ }));
    await user.click(screen.getByRole("button", { name: "Change the id" }));
    await write(user, screen.getByLabelText("Id"), "0");
    await user.click(save());
    await waitFor(() => {
      expect(sla.saved[0]?.body.calendars.at(-1)).toMatchObject({ id: "office-20", name: "Büro" });
    });
    expect(sla.saved[0]?.body.policies[0]).toMatchObject({ calendar: "office-20" });
  });

  test("hold what levels and vendors promise", async () => {
    const { user, sla } = open();
    await user.click(await screen.findByRole("button", { name: /^Premium/ }));
    await user.click(screen.getByRole("combobox", { name: "Add a level" }));
    await user.click(await screen.findByRole("option", { name: /^L2/ }));
    await write(user, screen.getByRole("textbox", { name: /^L2.*, any$/ }), "2 h");
    const vendor = screen.getByRole("textbox", { name: "Add a vendor" });
    await write(user, vendor, "acme & sons");
    await user.keyboard("{Enter}");
    expect(screen.getByText(/One word/)).toBeVisible();
    await user.clear(vendor);
    await write(user, vendor, "acme");
    await user.keyboard("{Enter}");
    await write(user, screen.getByRole("textbox", { name: "acme, P1 Critical" }), "1 h");
    await user.click(screen.getByRole("button", { name: "any vendor" }));
    await user.click(screen.getByRole("button", { name: "Remove any vendor" }));
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(save());
    await waitFor(() => {
      expect(sla.saved[0]?.body.policies[0]).toMatchObject({
        targets: {
          ola: { L2: { "*": { seconds: 7_200 } } },
          underpinning: { acme: { P1: { seconds: 3_600 } } },
        },
      });
    });
  });

  test("move a holiday to another day", async () => {
    const { user, sla } = open();
    await user.click(await screen.findByRole("tab", { name: "Calendars" }));
    await user.click(screen.getByRole("button", { name: /^Office Berlin/ }));
    await user.click(screen.getByRole("button", { name: "Move a holiday" }));
    fireEvent.change(screen.getByLabelText("Holiday"), { target: { value: "2027-05-01" } });
    fireEvent.change(screen.getByLabelText("Kept on"), { target: { value: "2027-05-03" } });
    await user.click(save());
    await waitFor(() => {
      expect(sla.saved[0]?.body.calendars[0]?.moved_holidays).toEqual({ "2027-05-01": "2027-05-03" });
    });
  });

  test("show what a calendar means before it is saved", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("tab", { name: "Calendars" }));
    await user.click(screen.getByRole("button", { name: /^Office Berlin/ }));
    await user.click(screen.getByRole("button", { name: "Show what it means" }));
    expect(await screen.findByText("Over at Mon 23 Nov, 14:00")).toBeVisible();
    expect(screen.getByText(/closed: Christmas Day;/)).toBeVisible();
  });

  test("show a refusal at its place and keep what was typed", async () => {
    const { user } = open();
    const place = "policies[1].targets.resolution.*.seconds";
    server.use(
      http.put("*/api/settings/sla", () =>
        problem(422, "invalid", {
          errors: [
            { field: place, code: "bad_target", message: "must be more than nothing" },
            { field: "somewhere.else", code: "new_reason", message: "is not there" },
          ],
        }),
      ),
    );
    await user.click(await screen.findByRole("button", { name: /^Standard/ }));
    const target = screen.getByLabelText("Resolution, any");
    await user.clear(target);
    await write(user, target, "0 h");
    await user.click(save());
    expect(await screen.findByRole("tab", { name: "Promises ⚠" })).toBeVisible();
    expect(target).toHaveAccessibleDescription("Must be more than nothing and at most ten years.");
    const alert = screen.getByRole("alert");
    expect(alert).not.toHaveTextContent(place);
    expect(within(alert).getByText("somewhere.else")).toBeVisible();

    await user.click(screen.getByRole("tab", { name: "Calendars" }));
    await user.click(
      within(alert).getByRole("button", { name: "Standard › What is promised › Resolution, any" }),
    );
    await waitFor(() => {
      expect(target).toHaveFocus();
    });
    expect(target).toBeVisible();
  });

  test("close solved tickets after days, or after business days", async () => {
    const { user, sla } = open();
    await user.click(await screen.findByRole("tab", { name: "More" }));
    const business = await screen.findByRole("switch", { name: /^Count business days only/ });
    expect(business).not.toBeChecked();
    expect(business).toHaveAccessibleDescription(/one business day ends on Monday at 16:00/);
    await user.click(business);
    await user.click(save());
    await waitFor(() => {
      expect(sla.saved.at(-1)?.body).toMatchObject({ close_solved_in_business_days: true });
    });
  });

  test("keep what was typed when somebody else saved first", async () => {
    const { user, sla } = open();
    await user.click(await screen.findByRole("tab", { name: "More" }));
    const days = screen.getByLabelText("Close solved tickets after days");
    await user.clear(days);
    await write(user, days, "14");
    sla.settings = aSla({ revision: 4, close_solved_after_days: 21, ladders: [] });
    await user.click(save());
    expect(await screen.findByText(/Taken over from them: Escalation ladders/)).toBeVisible();
    expect(days).toHaveValue("14");
    await user.click(screen.getByRole("button", { name: "Take theirs" }));
    expect(days).toHaveValue("21");
  });

  test("can be written as JSON; what cannot be read yet changes nothing", async () => {
    const { user, sla } = open();
    await user.click(await screen.findByRole("tab", { name: "As JSON" }));
    const text = screen.getByLabelText<HTMLTextAreaElement>("The whole document");
    await user.clear(text);
    await write(user, text, "{");
    expect(await screen.findByText(/cannot be read yet/)).toBeVisible();
    expect(screen.getByText("Everything is saved")).toBeVisible();
    await user.clear(text);
    await write(user, text, JSON.stringify({ calendars: [], policies: [], ladders: [] }));
    await user.click(save());
    await waitFor(() => {
      expect(sla.saved[0]?.body).toMatchObject({ calendars: [], policies: [] });
    });
  });

  test("are read by leads, who cannot change them", async () => {
    const { user } = open("lead");
    await user.click(await screen.findByRole("button", { name: /^Premium/ }));
    expect(screen.getByLabelText("First response, P1 Critical")).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });

  test("says that open tickets follow in a moment, before the first was looked at", async () => {
    open();
    const begun = { revision: 3, changed: 0, finished: false, walks: 6, walks_finished: 0 };
    let done = 0;
    server.use(http.get("*/api/settings/sla/progress", () => HttpResponse.json({ ...begun, done })));
    expect(await screen.findByText(/Open tickets follow version 3 within a minute/)).toBeVisible();
    expect(screen.queryByRole("progressbar")).toBeNull();
    done = 4;
    expect(await screen.findByText(/4 looked at, 0 changed/)).toBeVisible();
    expect(screen.getByRole("progressbar")).toBeVisible();
  });
});
