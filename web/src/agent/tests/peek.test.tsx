import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const SUBJECT = "Nobody can print on floor 3";

async function peeked() {
  openDesk();
  signedIn("agent");
  const shown = showAgent("/agent/teams/service-desk");
  await screen.findByText(SUBJECT);
  await shown.user.keyboard("j ");
  return { ...shown, sheet: await screen.findByRole("dialog", { name: SUBJECT }) };
}

test("Space shows what was said in a ticket without opening it, and Esc leads back to its row", async () => {
  const { user, sheet } = await peeked();
  expect(await within(sheet).findByText(/All three printers on floor 3 are dark/)).toBeInTheDocument();
  expect(new URLSearchParams(window.location.search).get("t")).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  expect(document.activeElement).toHaveTextContent(SUBJECT);
});

test("Enter opens what one looks at", async () => {
  const { user, sheet } = await peeked();
  await waitFor(() => {
    expect(within(sheet).getByRole("button", { name: /Open it/ })).toHaveFocus();
  });
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(new URLSearchParams(window.location.search).get("t")).toBe("HD-0AB3CD5E");
  });
});
