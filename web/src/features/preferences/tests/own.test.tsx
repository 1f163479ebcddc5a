import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";

import type { SettingsPlan } from "@/api/types";
import { shortcutsOn } from "@/lib/shortcuts";
import { accessibilityProblems } from "@/testing/axe";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { preferencesOf, USUAL } from "../testing";

function start(settings = USUAL, path = "/agent/me") {
  const desk = openDesk();
  const held = { settings };
  server.use(...preferencesOf(held)(desk));
  signedIn("agent");
  const shown = showAgent(path);
  const saved = (path: "locale" | "settings") =>
    desk.sent.filter((one) => one.path === `/api/me/${path}`).map(({ body }) => body as SettingsPlan);
  const save = () => shown.user.click(screen.getByRole("button", { name: "Save" }));
  return { desk, held, saved, save, ...shown };
}

test("an agent chooses language and zone of their mails", async () => {
  const { saved, save, user, container } = start(USUAL, "/agent/mine");
  await user.click(await screen.findByRole("button", { name: /^Account of/ }));
  await user.click(await screen.findByRole("menuitem", { name: "My settings" }));
  await user.click(await screen.findByRole("combobox", { name: "Language of mails" }));
  await user.click(await screen.findByRole("option", { name: "Deutsch" }));
  const zone = screen.getByRole("combobox", { name: "Time zone" });
  await user.clear(zone);
  await user.type(zone, "New_York");
  await user.click(await screen.findByRole("option", { name: "America/New_York" }));
  await save();
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  expect(saved("locale")).toEqual([{ language: "de", timezone: "America/New_York" }]);
  expect(await accessibilityProblems(container)).toEqual([]);
});

test("what is refused stands at its field, and nothing is saved", async () => {
  const { user, saved, save } = start();
  const zone = await screen.findByRole("combobox", { name: "Time zone" });
  await user.clear(zone);
  await user.type(zone, "Troll");
  await user.click(await screen.findByRole("option", { name: "Antarctica/Troll" }));
  await save();
  await waitFor(() => {
    expect(zone).toHaveAccessibleDescription(/There is no time zone Antarctica\/Troll/);
  });
  expect(saved("settings")).toEqual([]);
});

test("chooses by which way one is told of what; all else is saved as it was", async () => {
  const { user, saved, save, held } = start({ ...USUAL, density: "compact", views: ["mine"] });
  const table = within(await screen.findByRole("table"));
  expect(table.getAllByRole("rowheader")).toHaveLength(8);
  await user.click(
    table.getByRole("checkbox", { name: "The requester or somebody outside replies: By mail" }),
  );
  await user.click(table.getByRole("checkbox", { name: "Your ticket is escalated: In the app" }));
  await save();
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  const before: Partial<typeof USUAL> = { ...USUAL, density: "compact", views: ["mine"] };
  delete before.revision;
  expect(saved("settings")).toEqual([
    {
      ...before,
      notifications: {
        ...USUAL.notifications,
        replied: { app: true, mail: false, push: true },
        escalated: { app: false, mail: false, push: false },
      },
    },
  ]);
  expect(held.settings.revision).toBe(1);
});

test("much of it comes in one mail a day, at one's own time, and then not singly; what one answers is signed", async () => {
  const { user, saved, save } = start(USUAL);
  expect(screen.queryByLabelText(/Your one mail a day comes at/)).toBeNull();
  const replied = await screen.findByRole("checkbox", {
    name: "The requester or somebody outside replies: In one mail a day",
  });
  const singly = screen.getByRole("checkbox", { name: "The requester or somebody outside replies: By mail" });
  await user.click(replied);
  expect(singly).not.toBeChecked();
  fireEvent.change(screen.getByLabelText(/Your one mail a day comes at/), { target: { value: "07:15" } });
  fireEvent.change(screen.getByRole("textbox", { name: /^Signature/ }), { target: { value: "Ada" } });
  await save();
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  const sent = saved("settings")[0] as typeof USUAL;
  expect(sent.notifications?.replied).toEqual({ app: true, mail: false, push: true, digest: true });
  expect([sent.digest_at, sent.signature]).toEqual(["07:15", "Ada"]);
  await user.click(singly);
  expect(replied).not.toBeChecked();
  expect(screen.getByRole("checkbox", { name: /see to a ticket at once: In one mail a day/ })).toBeDisabled();
});

test("who has to see to a ticket at once is mailed always", async () => {
  start();
  const paged = await screen.findByRole("checkbox", { name: /see to a ticket at once: By mail/ });
  expect(paged).toBeChecked();
  expect(paged).toBeDisabled();
});

test("quiet hours begin with a night, are chosen, and switched off again", async () => {
  const { user, saved, save } = start();
  const quiet = await screen.findByRole("switch", { name: /^Keep quiet hours/ });
  expect(screen.queryByLabelText("From")).toBeNull();
  await user.click(quiet);
  expect(screen.getByLabelText("From")).toHaveValue("20:00");
  fireEvent.change(screen.getByLabelText("Until"), { target: { value: "06:30" } });
  await save();
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  await user.click(quiet);
  await save();
  await waitFor(() => {
    expect(saved("settings").map(({ quiet_hours }) => quiet_hours)).toEqual([
      { start: "20:00", end: "06:30" },
      null,
    ]);
  });
});

test("quiet hours of no length are refused at their end", async () => {
  const { save } = start({ ...USUAL, quiet_hours: { start: "20:00", end: "07:00" } });
  const end = await screen.findByLabelText("Until");
  fireEvent.change(end, { target: { value: "20:00" } });
  await save();
  await waitFor(() => {
    expect(end).toHaveAccessibleDescription(/Must end at another time than it begins/);
  });
});

test("what another window saved meanwhile is taken over, and what was chosen here stays", async () => {
  const { user, save, held, saved } = start();
  const mailed = await screen.findByRole("checkbox", {
    name: "The requester or somebody outside replies: By mail",
  });
  await user.click(mailed);
  held.settings = { ...held.settings, quiet_hours: { start: "21:00", end: "05:00" }, revision: 1 };
  await save();
  expect(await screen.findByLabelText("From")).toHaveValue("21:00");
  expect(mailed).not.toBeChecked();
  await save();
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  expect(saved("settings").at(-1)).toMatchObject({
    quiet_hours: { start: "21:00", end: "05:00" },
    notifications: { replied: { app: true, mail: false, push: true } },
  });
});

test("what cannot be read says so and offers another try", async () => {
  const desk = openDesk();
  server.use(http.get("*/api/me/settings", () => problem(400, "unreadable")));
  signedIn("agent");
  const { user } = showAgent("/agent/me");
  const again = await screen.findByRole("button", { name: /again/i });
  server.use(...preferencesOf({ settings: USUAL })(desk));
  await user.click(again);
  expect(await screen.findByRole("switch", { name: /^Keep quiet hours/ })).toBeVisible();
});

test.each([
  ["mine", "/agent/mine"],
  ["inbox", "/agent/inbox"],
  ["team", "/agent/teams/service-desk"],
  ["unassigned", "/agent/unassigned"],
] as const)("who begins with %s is led there", async (start_page, path) => {
  start({ ...USUAL, start_page }, "/agent");
  await waitFor(() => {
    expect(window.location.pathname).toBe(path);
  });
});

test("who cannot be asked where to begin begins with their own tickets", async () => {
  openDesk();
  server.use(http.get("*/api/me/settings", () => problem(400, "unreadable")));
  signedIn("agent");
  showAgent("/agent");
  expect(await screen.findByRole("heading", { name: "My tickets" })).toBeVisible();
  expect(await screen.findByRole("grid")).toBeVisible();
});

test("single keys rest where one has chosen so, in every window", async () => {
  const { user } = start({ ...USUAL, single_keys: false }, "/agent/mine");
  await screen.findByRole("heading", { name: "My tickets" });
  await waitFor(() => {
    expect(shortcutsOn()).toBe(false);
  });
  await user.keyboard("gi");
  expect(screen.queryByRole("heading", { name: "Inbox" })).toBeNull();
});

test("the page to begin with, single keys and how long one can undo sending are chosen among one's settings", async () => {
  const { user, saved, save } = start();
  await user.click(await screen.findByRole("combobox", { name: "Page to begin with" }));
  await user.click(await screen.findByRole("option", { name: "Own team" }));
  await user.click(screen.getByRole("switch", { name: /^Single keys act/ }));
  const undo = screen.getByRole("combobox", { name: "Undo send" });
  expect(undo).toHaveValue("10 seconds");
  await user.click(undo);
  await user.click(await screen.findByRole("option", { name: "off" }));
  await save();
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  expect(saved("settings")).toMatchObject([{ start_page: "team", single_keys: false, undo_send: 0 }]);
});
