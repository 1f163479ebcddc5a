import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { preferencesOf, USUAL } from "@/features/preferences/testing";
import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const grid = () => screen.findByRole("grid");

test("density is chosen at the list, kept on the service and there for the next list", async () => {
  const desk = openDesk();
  const held = { settings: USUAL };
  server.use(...preferencesOf(held)(desk));
  signedIn("agent");
  const { user } = showAgent("/agent/mine");
  expect(await grid()).toHaveAttribute("data-density", "normal");
  await user.click(screen.getByRole("radio", { name: "Compact" }));
  expect(await grid()).toHaveAttribute("data-density", "compact");
  await waitFor(() => {
    expect(held.settings.density).toBe("compact");
  });
  await user.click(screen.getByRole("link", { name: /^Unassigned/ }));
  await screen.findByRole("heading", { name: "Unassigned" });
  expect(await grid()).toHaveAttribute("data-density", "compact");
  expect(await accessibilityProblems()).toEqual([]);
});
