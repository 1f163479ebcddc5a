import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { REQUESTER } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

describe("the agents' app", () => {
  test("asks for a sign-in and remembers where one wanted to go", async () => {
    openDesk();
    showAgent("/agent/teams/service-desk");
    expect(await screen.findByRole("heading", { name: "Welcome back" })).toBeVisible();
  });

  test("sends requesters to their own side", async () => {
    openDesk(REQUESTER);
    signedIn("agent");
    showAgent("/agent/mine");
    expect(await screen.findByText("This side is for support staff")).toBeVisible();
  });
});

test("agents are told whom these pages are for", async () => {
  openDesk();
  signedIn("agent");
  showAgent("/agent/settings/teams");
  expect(await screen.findByText("These pages are for leads")).toBeVisible();
  expect(screen.queryByRole("link", { name: "Settings" })).toBeNull();
});
