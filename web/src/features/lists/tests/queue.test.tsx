import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import { setProductClock } from "@/lib/product-clock";
import { accessibilityProblems } from "@/testing/axe";
import { at, aTicket, NOW } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const rows = async () => within(await screen.findByRole("grid")).findAllByRole("row");

describe("a queue", () => {
  test("stands in the order of the next deadline, with what is late in words", async () => {
    openDesk();
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    const [, first, second] = await rows();
    expect(first).toHaveTextContent("Nobody can print on floor 3");
    expect(first).toHaveTextContent(/12 m \d\d s over/);
    expect(second).toHaveTextContent("Account locked after password change");
    expect(second).toHaveTextContent(/in [67] m \d\d s/);
    expect((await rows()).at(-1)).toHaveTextContent(/paused.*since/);
  });

  test("counts with the product's clock, however fast that runs", async () => {
    openDesk();
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    await rows();
    // Ten hours a second: what was due in seven minutes is late at the next tick.
    setProductClock(NOW, 36_000);
    expect(await screen.findAllByText(/h \d\d m over/, {}, { timeout: 3_000 })).not.toHaveLength(0);
  });

  test("is walked and opened by keyboard", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/teams/service-desk");
    await rows();
    await user.keyboard("jjo");
    expect(
      await screen.findByRole("heading", { name: "Account locked after password change" }),
    ).toBeVisible();
  });

  test("keeps the keyboard on the ticket it stood on, whatever comes before it", async () => {
    const desk = openDesk();
    signedIn("agent");
    const { user, client } = showAgent("/agent/teams/service-desk");
    await rows();
    await user.keyboard("jj");
    expect(document.activeElement).toHaveTextContent("Account locked after password change");
    const first = aTicket({
      id: "HD-0000URGE",
      subject: "All is down",
      priority: "P1",
      next_deadline: at(-60),
    });
    desk.tickets.set(first.id, first);
    await client.invalidateQueries({ queryKey: ["tickets"] });
    await screen.findByRole("button", { name: /1 change · show/ });
    await user.keyboard(".");
    expect((await rows())[1]).toHaveTextContent("All is down");
    expect(document.activeElement).toHaveTextContent("Account locked after password change");
    await user.keyboard("o");
    expect(
      await screen.findByRole("heading", { name: "Account locked after password change" }),
    ).toBeVisible();
  });

  test("is a grid with one stop for Tab, whose rows are read out; nothing is selected by standing on it", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/teams/service-desk");
    await rows();
    await user.keyboard("j{ArrowDown}{ArrowDown}{ArrowUp}");
    expect(document.activeElement).toHaveRole("row");
    const grid = screen.getByRole("grid");
    expect(grid.querySelectorAll("[tabindex='0'], a:not([tabindex='-1']), button")).toHaveLength(1);
    expect(document.activeElement).toHaveAttribute("tabindex", "0");
    expect(grid.querySelector("[aria-selected=true]")).toBeNull();
    await user.keyboard("{Enter}");
    expect(
      await screen.findByRole("heading", { name: "Account locked after password change" }),
    ).toBeVisible();
  });

  test.each(["coming back", "a reload"])("finds the keyboard's row again after %s", async (how) => {
    openDesk();
    signedIn("agent");
    const { user, unmount } = showAgent("/agent/teams/service-desk");
    await rows();
    await user.keyboard("jjo");
    await screen.findByRole("heading", { name: "Account locked after password change" });
    if (how === "coming back") await user.keyboard("b");
    else {
      unmount();
      showAgent("/agent/teams/service-desk");
    }
    await rows();
    await waitFor(() => {
      expect(document.activeElement).toHaveRole("row");
    });
    expect(document.activeElement).toHaveTextContent("Account locked after password change");
  });

  test("shows mine, and what nobody has taken", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent");
    expect(await screen.findByRole("heading", { name: "My tickets" })).toBeVisible();
    expect(await rows()).toHaveLength(5);
    await user.keyboard("gu");
    expect(await screen.findByRole("heading", { name: "Unassigned" })).toBeVisible();
    expect(await screen.findByText("Nobody can print on floor 3")).toBeVisible();
  });

  test("offers another try when the service fails", async () => {
    openDesk();
    server.use(http.get("*/api/tickets", () => problem(409, "broken")));
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
  });

  test("has no accessibility problems", async () => {
    openDesk();
    signedIn("agent");
    showAgent("/agent/teams/service-desk");
    await rows();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
