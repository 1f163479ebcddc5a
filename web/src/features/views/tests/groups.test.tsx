import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

import { narrowedBy } from "../address";

function open(address: string) {
  const desk = openDesk();
  signedIn("agent");
  return { desk, ...showAgent(address) };
}

const heads = () =>
  screen
    .getAllByRole("heading", { level: 2 })
    .map((heading) => within(heading).queryByRole("button"))
    .filter((button) => button !== null);

describe("A view in groups", () => {
  test("says what it is divided into, with one part open, and another by a press", async () => {
    const { user, desk } = open("/agent/views/waiting-for-us");
    await screen.findByRole("grid", { name: "Waiting for us" });
    const all = [...desk.tickets.values()].filter(({ phase }) => phase === "new" || phase === "open");
    await user.selectOptions(screen.getByRole("combobox", { name: "Groups" }), "By state");
    const fresh = await screen.findByRole("button", { name: /^New \d+ tickets?$/ });
    await waitFor(() => {
      expect(window.location.search).toContain("by=state");
    });
    expect(heads().filter((head) => head.getAttribute("aria-expanded") === "true")).toHaveLength(1);
    const opened = screen.getByRole("button", { name: /^In progress \d+ tickets?$/ });
    const closed = [fresh, opened].find((head) => head.getAttribute("aria-expanded") === "false");
    if (closed === undefined) throw new Error("both are open");
    const count = Number(/\d+/.exec(closed.textContent)?.[0]);
    await user.click(closed);
    await waitFor(() => {
      expect(screen.getByRole("button", { name: closed.textContent })).toHaveAttribute(
        "aria-expanded",
        "true",
      );
    });
    const grid = await screen.findByRole("grid", { name: "Waiting for us" });
    await waitFor(() => {
      expect(within(grid).getAllByRole("row")).toHaveLength(count + 1);
    });
    expect(screen.getByText(`${all.length} tickets`)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("is whole again once one wants it so", async () => {
    const { user } = open("/agent/views/waiting-for-us?by=assignee");
    await waitFor(() => {
      expect(heads().length).toBeGreaterThan(0);
    });
    await user.selectOptions(screen.getByRole("combobox", { name: "Groups" }), "No groups");
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: /Unassigned \d/ })).toBeNull();
    });
    expect(await screen.findByRole("grid", { name: "Waiting for us" })).toBeVisible();
  });

  test("is kept with its groups, and has words in German", async () => {
    await chooseLanguage("de");
    const { user, desk } = open("/agent/views/waiting-for-us?by=assignee");
    expect(await screen.findByRole("button", { name: /^Nicht zugewiesen \d+ Tickets?$/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Als Ansicht speichern" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByRole("textbox", { name: "Name" }), "Wer");
    expect(dialog.getByRole("combobox", { name: "Gruppen" })).toHaveValue("assignee");
    await user.click(dialog.getByRole("button", { name: "Speichern" }));
    await waitFor(() => {
      expect(desk.sent.at(-1)?.body).toMatchObject({ grouping: "assignee", question: "waits:us is:open" });
    });
    await chooseLanguage("en");
  });
});

test("the address says by what it is divided, and which part is open", () => {
  expect(narrowedBy({ by: "due", part: "today" })).toEqual({ by: "due", part: "today" });
  expect(narrowedBy({ by: "none" })).toEqual({ by: "none" });
  expect(narrowedBy({ by: "phase", part: 7 })).toEqual({});
});
