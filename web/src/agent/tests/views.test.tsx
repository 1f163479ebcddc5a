import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk } from "@/testing/server";

const rail = async () => within(await screen.findByRole("navigation", { name: "Queues" }));
const links = async () =>
  (await rail())
    .getAllByRole("link")
    .filter(({ dataset }) => dataset.view !== undefined)
    .map(({ dataset }) => dataset.view);

function open(address = "/agent/views/unassigned") {
  const desk = openDesk();
  signedIn("agent");
  return { desk, ...showAgent(address) };
}

describe("views", () => {
  test("stand in the rail with how many they have, and lead to their tickets, by key too", async () => {
    const { user } = open("/agent/inbox");
    const link = await (await rail()).findByRole("link", { name: /Waiting for us \d/ });
    expect(link).toHaveAttribute("href", "/agent/views/waiting-for-us");
    await user.keyboard("g4");
    expect(await screen.findByRole("heading", { level: 1, name: "Waiting for us" })).toBeVisible();
    const grid = within(await screen.findByRole("grid", { name: "Waiting for us" }));
    expect(grid.getAllByRole("row").length).toBeGreaterThan(1);
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.keyboard("g9");
    expect(await screen.findByText(/View 9 of the rail: there are fewer views/)).toBeInTheDocument();
  });

  test("are moved by Alt and an arrow, which is kept", async () => {
    const { user, desk } = open("/agent/inbox");
    const team = await (await rail()).findByRole("link", { name: /My team/ });
    team.focus();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(async () => {
      expect((await links()).slice(0, 2)).toEqual(["due-today", "team"]);
    });
    expect(team).toHaveFocus();
    await waitFor(() => {
      const saved = desk.sent.find(({ path }) => path === "/api/me/settings")?.body;
      expect((saved as { views: string[] }).views.slice(0, 2)).toEqual(["due-today", "team"]);
    });
  });

  test("are narrowed in the address, kept as another, changed, deleted and brought back", async () => {
    const { user } = open("/agent/views/waiting-for-us");
    await write(user, await screen.findByRole("combobox", { name: "Narrow this view" }), "VPN");
    await user.click(await screen.findByRole("button", { name: "Save as view" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Save as view" }));
    const question = dialog.getByRole("textbox", { name: "Which tickets" });
    expect(question).toHaveValue("waits:us is:open VPN");
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(dialog.getByText("Please give it a name.")).toBeVisible();
    await write(user, dialog.getByRole("textbox", { name: "Name" }), "Tunnels");
    await write(user, question, " frm:ada");
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(await dialog.findByText("“frm:” is nothing that can be asked for.")).toBeVisible();
    await user.clear(question);
    await write(user, question, "waits:us VPN");
    expect(await accessibilityProblems(screen.getByRole("dialog"))).toEqual([]);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByRole("heading", { level: 1, name: "Tunnels" })).toBeVisible();
    expect(await (await rail()).findByRole("link", { name: /Tunnels/ })).toBeInTheDocument();

    await user.click(screen.getByRole("button", { name: "Change view" }));
    const change = within(await screen.findByRole("dialog", { name: "Change view" }));
    await user.click(change.getByRole("checkbox", { name: "Priority" }));
    await user.click(change.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      expect(screen.queryByRole("columnheader", { name: "Priority" })).toBeNull();
    });
    await user.click(screen.getByRole("button", { name: "Change view" }));
    await user.click(await screen.findByRole("button", { name: "Delete view" }));
    expect(await screen.findByRole("heading", { level: 1, name: "My tickets" })).toBeVisible();
    expect((await rail()).queryByRole("link", { name: /Tunnels/ })).toBeNull();
    await user.click(await screen.findByRole("button", { name: /Undo/ }));
    expect(await screen.findByRole("heading", { level: 1, name: "Tunnels" })).toBeVisible();
  });

  test("that are not there say so", async () => {
    open("/agent/views/nobodys");
    expect(await screen.findByText("There is no such view")).toBeVisible();
  });
});
