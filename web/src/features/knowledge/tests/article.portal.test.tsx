import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showPortal } from "@/testing/render";
import { openDesk } from "@/testing/server";

test("an article is found by topic, read, and told of why it did not help", async () => {
  const desk = openDesk();
  const { user } = showPortal("/help");
  await user.click(await screen.findByRole("link", { name: "Account and password" }));
  await user.click(await screen.findByRole("link", { name: "Reset your password" }));
  expect(await screen.findByRole("heading", { name: "Reset your password" })).toBeVisible();
  expect(window.location.pathname).toBe("/help/en/reset-your-password-01KART");
  await user.click(screen.getByRole("button", { name: "No, not really" }));
  await user.click(screen.getByRole("radio", { name: "It is hard to understand" }));
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText("Thank you for telling us.")).toBeVisible();
  expect(desk.sent.map(({ body }) => body)).toEqual([{ helped: false, reason: "unclear" }]);
});

test("an old address leads to the article, which goes on under the present one", async () => {
  openDesk();
  showPortal("/help/en/forgotten-words-01KART");
  expect(await screen.findByRole("heading", { name: "Reset your password" })).toBeVisible();
  await waitFor(() => {
    expect(window.location.pathname).toBe("/help/en/reset-your-password-01KART");
  });
});

test("where a language is missing it says in which one it is", async () => {
  openDesk();
  showPortal("/help/pl/01KART");
  expect(await screen.findByText(/not exist in .*Polish.* yet.*reading it in .*English/)).toBeVisible();
  expect(window.location.pathname).toBe("/help/pl/01KART");
});

test("where nothing is written the way leads to people", async () => {
  openDesk();
  showPortal("/help/category/network");
  expect(await screen.findByText("Nothing is written about this yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Ask us" })).toBeVisible();
});
