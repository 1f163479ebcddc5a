import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { AGENT } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

// The first is marked some time after the field takes keys: here, later than any key comes.
vi.mock("@mantine/core", async (load) => {
  const mantine = await load<typeof import("@mantine/core")>();
  const useCombobox: typeof mantine.useCombobox = (options) => ({
    ...mantine.useCombobox(options),
    selectFirstOption: () => null,
  });
  return { ...mantine, useCombobox };
});

test("Enter right after the assignee's key gives the first, before it is marked", async () => {
  const desk = openDesk();
  const held = desk.tickets.get(ID);
  if (held === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...held, assignee: null });
  signedIn("agent");
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await screen.findByRole("button", { name: /^Assign: ?Nobody$/ });
  await user.keyboard("a");
  const field = await screen.findByRole("textbox", { name: "Find a person of the team" });
  expect(field).toHaveFocus();
  expect(document.querySelector("[data-combobox-selected]")).toBeNull();
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(desk.tickets.get(ID)?.assignee?.id).toBe(AGENT.id);
  });
});
