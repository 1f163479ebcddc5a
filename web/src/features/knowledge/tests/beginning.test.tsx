import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

function open(part: Partial<Ticket>) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ...part });
  signedIn("agent");
  return { desk, ...showAgent(`/agent/tickets/${ID}`) };
}

async function choose(user: ReturnType<typeof open>["user"]) {
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Write an article/ }));
}

test("a solved ticket is an article, which opens to be read through", async () => {
  const { desk, user } = open({ state: "solved", phase: "solved" });
  await choose(user);
  const dialog = await screen.findByRole("dialog");
  expect(dialog).toHaveTextContent("only staff can read it");
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Make the draft" }));
  expect(await screen.findByLabelText(/^Title/)).toHaveValue("Reset your password");
  expect(desk.sent.at(-1)?.path).toMatch(`/api/tickets/${ID}/articles`);
});

test("what could not be made is said, and can be tried again", async () => {
  const { user } = open({ state: "solved", phase: "solved" });
  server.use(http.post("*/api/tickets/:id/articles", () => problem(503, "busy")));
  await choose(user);
  await user.click(await screen.findByRole("button", { name: "Make the draft" }));
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(screen.getByRole("button", { name: "Make the draft" })).toBeEnabled();
});

test("of what is not solved there is no answer to write down", async () => {
  const { user } = open({ state: "open", phase: "open" });
  await user.click(await screen.findByRole("button", { name: "More" }));
  await screen.findByRole("menuitem", { name: /^Pin a note/ });
  expect(screen.queryByRole("menuitem", { name: /^Write an article/ })).toBeNull();
});

test("a text begins by a template, and is offered none once it has words", async () => {
  const desk = openDesk();
  signedIn("agent");
  await chooseLanguage("de");
  const { user } = showAgent("/agent/knowledge/new");
  await user.click(await screen.findByRole("button", { name: "Bekannter Fehler" }));
  await waitFor(() => {
    expect(screen.queryByRole("group", { name: "Beginnen mit" })).toBeNull();
  });
  await write(user, await screen.findByLabelText(/^Titel/), "Drucker");
  await user.click(screen.getByRole("button", { name: "Speichern" }));
  await waitFor(() => {
    expect(desk.sent.at(-1)?.body).toMatchObject({ body: "<p><strong>Symptom</strong></p><p></p>" });
  });
});
