import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { someTickets } from "@/testing/builders";
import { showPortal } from "@/testing/render";
import { openDesk } from "@/testing/server";

describe("the receipt of a form", () => {
  test("shows what was sent, and where the way to the ticket went", async () => {
    openDesk();
    const [ticket] = someTickets();
    const { container } = showPortal("/sent#signed-link");
    expect(await screen.findByRole("heading", { name: ticket?.subject })).toBeVisible();
    expect(screen.getByText(ticket?.id ?? "")).toBeVisible();
    expect(screen.getByText("smoke.png")).toBeVisible();
    expect(screen.getByText(/A mail is on its way to/)).toHaveTextContent(ticket?.requester.email ?? "");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test.each(["", "#another-link"])("is shown by its link alone: %s", async (hash) => {
    openDesk();
    showPortal(`/sent${hash}`);
    expect(await screen.findByRole("heading", { name: /link/i })).toBeVisible();
  });
});
