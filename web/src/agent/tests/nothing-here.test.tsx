import { screen } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";

import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

/** Pages of one thing, with what they read and where else to look. */
const PAGES = [
  ["/agent/tickets/HD-00000000", "*/api/tickets/:id", "My tickets"],
  ["/agent/settings/teams/gone", "*/api/teams/:id/roster", "Teams"],
  ["/agent/settings/people/p-gone", "*/api/people/:id", "Teams"],
] as const;

test.each(PAGES)("%s has nothing, and shows a way on", async (address, path, onward) => {
  for (const [status, code] of [
    [404, "not_found"],
    [403, "forbidden"],
  ] as const) {
    openDesk(LEAD);
    signedIn("agent");
    server.use(http.get(path, () => problem(status, code)));
    const { unmount } = showAgent(address);
    const said = await screen.findByRole("heading", { name: "There is nothing here" });
    const page = said.parentElement;
    expect(page).toHaveTextContent("The address may be mistyped, or you may not be allowed to see this.");
    expect(page?.querySelector("a")).toHaveTextContent(onward);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    unmount();
  }
});

test("a fault of ours can be tried again", async () => {
  openDesk();
  signedIn("agent");
  server.use(http.get("*/api/tickets/:id", () => problem(500, "internal")));
  showAgent("/agent/tickets/HD-00000000");
  expect(await screen.findByRole("heading", { name: "That did not work" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
});
