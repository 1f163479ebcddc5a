import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { LEAD } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const list = async () => within(await screen.findByRole("navigation", { name: "Settings" }));

afterEach(() => {
  vi.restoreAllMocks();
});

test("settings are found by what is done there, with or without their dots and accents", async () => {
  openDesk(LEAD);
  signedIn("agent");
  showAgent("/agent/settings/teams");
  const settings = await list();
  await userEvent.type(settings.getByRole("searchbox", { name: "Find a setting" }), "Hólidays");
  expect(settings.getAllByRole("link").map((link) => link.textContent)).toEqual(["Promises"]);
  await userEvent.type(settings.getByRole("searchbox"), " of nobody");
  expect(settings.queryAllByRole("link")).toEqual([]);
  expect(settings.getByRole("status")).toHaveTextContent("No page of the settings has");
});

test("on a phone the list is a page of its own; elsewhere its first page opens", async () => {
  openDesk(LEAD);
  signedIn("agent");
  const usual = window.matchMedia("print");
  vi.spyOn(window, "matchMedia").mockImplementation((query) =>
    Object.assign(Object.create(usual) as MediaQueryList, { matches: query.includes("max-width") }),
  );
  showAgent("/agent/settings");
  expect((await list()).getByRole("link", { name: "Teams" })).toBeVisible();
  expect(window.location.pathname).toBe("/agent/settings");
});
