import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { aClock } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

const section = async (name: string) => {
  const head = await screen.findByRole("button", { name });
  const found = head.closest("section");
  if (found === null) throw new Error(`${name} is no section`);
  return within(found);
};

test("level and team are said among the properties, and are no fields to choose", async () => {
  openDesk();
  signedIn("agent");
  showAgent(`/agent/tickets/${ID}`);
  const properties = await section("Properties");
  expect(properties.getByText(/^L1 · Service desk$/)).toBeVisible();
  const fields = properties
    .getAllByRole("combobox")
    .map((field) => (field as HTMLInputElement).labels?.[0]?.textContent);
  expect(fields).toEqual(["Assignee", "Priority", "Impact", "Urgency", "Kind", "Category"]);
});

test("clocks of a cancelled ticket read stopped, and none is kept", async () => {
  const desk = openDesk();
  const held = desk.tickets.get(ID);
  if (held === undefined) throw new Error("no ticket");
  const clocks = [aClock({ clock: "resolution", state: "stopped", due_at: null, remaining_seconds: null })];
  desk.tickets.set(ID, { ...held, state: "cancelled", phase: "closed", next_states: [], clocks });
  signedIn("agent");
  showAgent(`/agent/tickets/${ID}`);
  const shown = await section("Clocks");
  expect(shown.getByText("stopped")).toBeVisible();
  expect(shown.queryByText("kept")).toBeNull();
});
