import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { AGENT, LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";
import { http } from "msw";

// Comes in the app when it is wanted; what it takes to read it is no part of what is waited for.
import "../pages/figures";
import { fakeBriefings, fakeNumbers } from "../testing";

function open(address = "/agent/figures?page=teams&priority=P1", me = LEAD) {
  openDesk(me);
  const fake = fakeBriefings();
  server.use(...fakeNumbers().handlers, ...fake.handlers);
  signedIn("agent");
  return { fake, ...showAgent(address) };
}

describe("Figures by mail", () => {
  test("are of one report as it is filtered, at a time that one chooses", async () => {
    const { user, fake } = open();
    await user.click(await screen.findByRole("button", { name: "By mail" }));
    const dialog = await screen.findByRole("dialog", { name: "Figures by mail" });
    expect(await within(dialog).findByText("No report comes to you by mail yet.")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await user.selectOptions(within(dialog).getByLabelText("Report"), "Quality");
    await user.selectOptions(within(dialog).getByLabelText("How often"), "day");
    await user.selectOptions(within(dialog).getByLabelText("At"), "07:00");
    await user.click(within(dialog).getByRole("button", { name: "Send it by mail" }));
    const list = await within(dialog).findByRole("list", { name: "Reports that come to you" });
    expect(list).toHaveTextContent(/Quality.*Every day at 07:00/);
    expect(fake.kept[0]).toMatchObject({ name: "Quality", report: "quality", rhythm: "day", priority: "P1" });
  });

  test("are tried, changed and removed", async () => {
    const { user, fake } = open();
    await user.click(await screen.findByRole("button", { name: "By mail" }));
    await user.type(await screen.findByLabelText("Its name in the mail"), "Ours");
    await user.click(screen.getByRole("button", { name: "Send it by mail" }));
    await user.click(await screen.findByRole("button", { name: "Send now: Ours" }));
    await waitFor(() => {
      expect(fake.tried).toEqual(["01B0"]);
    });
    await user.click(screen.getByRole("button", { name: "Change: Ours" }));
    await user.selectOptions(screen.getByLabelText("How often"), "month");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/On the first of each month at 08:00/)).toBeVisible();
    expect(fake.kept[0]).toMatchObject({ name: "Ours", rhythm: "month", priority: "P1" });
    await user.click(screen.getByRole("button", { name: "Remove: Ours" }));
    expect(await screen.findByText("No report comes to you by mail yet.")).toBeVisible();
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "By mail" })).toHaveFocus();
    });
  });

  test("that are too many are refused in words", async () => {
    const { user } = open();
    server.use(http.post("*/api/briefings", () => problem(409, "briefings_full")));
    await user.click(await screen.findByRole("button", { name: "By mail" }));
    await user.click(await screen.findByRole("button", { name: "Send it by mail" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Remove one first.");
  });

  test("are for leads", async () => {
    open("/agent/figures", AGENT);
    await screen.findByText("Promises kept", { selector: "h2" });
    expect(screen.queryByRole("button", { name: "By mail" })).toBeNull();
  });
});
