import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showPortal, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

let asked: string[] = [];

beforeEach(() => {
  asked = [];
  server.events.on("response:mocked", ({ request }) => {
    if (request.url.includes("/api/portal/answers")) asked.push(request.url);
  });
});

afterEach(() => {
  server.events.removeAllListeners();
});

type User = ReturnType<typeof showPortal>["user"];

const suggestion = () => screen.findByRole("button", { name: "Reset your password" });

/** Until what was written has been asked about, and that was answered. */
async function rested() {
  await waitFor(() => {
    expect(asked).toHaveLength(1);
  });
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

async function fillIn(user: User) {
  await write(user, await screen.findByLabelText("Your name"), "Erika Muster");
  await write(user, screen.getByLabelText("Your e-mail address"), "erika@example.com");
  await write(user, screen.getByLabelText("In a few words"), "I forgot my password");
  await write(user, screen.getByLabelText("What happened?"), "It is gone.");
}

test("what may answer stands below what is written, is read there, and spares the request", async () => {
  const desk = openDesk();
  const { user } = showPortal("/new");
  await fillIn(user);
  await user.click(await suggestion());
  expect(await screen.findByText("Forgotten")).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "This answers it" }));
  expect(await screen.findByRole("heading", { name: "Good that this helped." })).toHaveFocus();
  expect(desk.sent).toMatchObject([
    {
      path: "/api/portal/articles/01KART/en/feedback",
      body: { helped: true, reason: null, asking: "deflected" },
    },
  ]);
});

test("who asks after all finds what they wrote, and the request was not deflected", async () => {
  const desk = openDesk();
  const { user } = showPortal("/new");
  await fillIn(user);
  await user.click(await suggestion());
  await user.click(screen.getByRole("button", { name: "This answers it" }));
  await user.click(await screen.findByRole("button", { name: "Ask us after all" }));
  expect(await screen.findByLabelText("In a few words")).toHaveValue("I forgot my password");
  await user.click(screen.getByRole("button", { name: "Send request" }));
  expect(await screen.findByRole("heading", { name: "Thank you, we have it." })).toBeVisible();
  await waitFor(() => {
    expect(desk.sent.map(({ body }) => body)).toContainEqual({
      ...{ helped: false, reason: null, asking: "after_all" },
    });
  });
});

test("nothing comes or goes where the keyboard stands on what would move", async () => {
  openDesk();
  const { user } = showPortal("/new");
  await write(user, await screen.findByLabelText("In a few words"), "I forgot my password");
  await user.click(screen.getByLabelText("Several people"));
  await rested();
  expect(screen.queryByRole("button", { name: "Reset your password" })).toBeNull();
  await user.click(screen.getByLabelText("In a few words"));
  expect(await suggestion()).toBeVisible();
});

test("what nothing answers has nothing below it", async () => {
  openDesk();
  const { user } = showPortal("/new");
  await write(user, await screen.findByLabelText("In a few words"), "The lamp is broken");
  await rested();
  expect(screen.queryByText("This may answer it")).toBeNull();
});

test("the articles are looked through by a question, and what is not found leads to people", async () => {
  openDesk();
  signedIn("portal");
  const { user } = showPortal("/help");
  const field = await screen.findByRole("searchbox", { name: "What are you looking for?" });
  await write(user, field, "lost password");
  const found = await screen.findByRole("link", { name: "Reset your password" });
  expect(found).toHaveAttribute("href", "/help/en/reset-your-password-01KART");
  expect(screen.queryByRole("link", { name: "Account and password" })).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
  await user.clear(field);
  await write(user, field, "penguins");
  expect(await screen.findByText("Nothing that we have written down answers this.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Account and password" })).toBeVisible();
});
