import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { REQUESTER } from "@/testing/builders";
import { showPortal, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

describe("the requests of somebody with an account", () => {
  test("asks to sign in first", async () => {
    openDesk();
    showPortal("/tickets");
    expect(await screen.findByText("Sign in to see your requests")).toBeVisible();
  });

  test("are listed in plain words, and one leads to its conversation", async () => {
    openDesk(REQUESTER);
    signedIn("portal");
    const { user } = showPortal("/tickets");
    const row = await screen.findByRole("link", { name: /How do I share a calendar/ });
    expect(row).toHaveTextContent("Waiting for you");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("link", { name: /VPN drops/ }));
    expect(await screen.findByRole("heading", { name: "VPN drops every few minutes" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "It is solved, thank you" }));
    expect(await screen.findByText(/We think this is solved/)).toBeVisible();
  });
});
