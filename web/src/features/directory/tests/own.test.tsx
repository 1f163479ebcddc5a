import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { AGENT } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function start(path: string, me = AGENT) {
  const desk = openDesk(me);
  signedIn("agent");
  return { desk, ...showAgent(path) };
}

test("at the first sign-in the browser says how mails are written", async () => {
  const { desk } = start("/agent/me", { ...AGENT, settled: false });
  await waitFor(() => {
    expect(desk.sent).toEqual([
      { key: null, path: "/api/me/locale", body: { language: "en", timezone: HERE, supposed: true } },
    ]);
  });
});

test("later the browser says nothing", async () => {
  const { desk } = start("/agent/me");
  expect(await screen.findByRole("heading", { name: "My settings" })).toBeVisible();
  expect(desk.sent).toEqual([]);
});

test("an agent chooses language and zone of their mails", async () => {
  const { desk, user, container } = start("/agent/mine");
  await user.click(await screen.findByRole("button", { name: /^Account of/ }));
  await user.click(await screen.findByRole("menuitem", { name: "My settings" }));
  await user.click(await screen.findByRole("combobox", { name: "Language of mails" }));
  await user.click(await screen.findByRole("option", { name: "Deutsch" }));
  const zone = screen.getByRole("combobox", { name: "Time zone" });
  await user.clear(zone);
  await user.type(zone, "New_York");
  await user.click(await screen.findByRole("option", { name: "America/New_York" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  expect(desk.sent.at(-1)?.body).toEqual({ language: "de", timezone: "America/New_York" });
  expect(await accessibilityProblems(container)).toEqual([]);
});

test("what is refused stands at its field", async () => {
  const { user } = start("/agent/me");
  const zone = await screen.findByRole("combobox", { name: "Time zone" });
  await user.clear(zone);
  await user.type(zone, "Troll");
  await user.click(await screen.findByRole("option", { name: "Antarctica/Troll" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(zone).toHaveAccessibleDescription(/There is no time zone Antarctica\/Troll/);
  });
});
