import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { AGENT, at, aTicket } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

// Comes in the app when it is wanted; what it takes to read it is no part of what is waited for.
import "../components/bulk-bar";

const rows = () => within(screen.getByRole("grid")).getAllByRole("row").slice(1);
const chosen = () => rows().filter((row) => row.getAttribute("aria-selected") === "true").length;
const bar = () => screen.findByRole("toolbar", { name: "Change many tickets" });

async function open(count: number) {
  const desk = openDesk();
  desk.tickets.clear();
  for (let number = 0; number < count; number += 1) {
    const id = `HD-${String(number).padStart(8, "0")}`;
    const own = { id, subject: `Ticket ${number}`, next_deadline: at(number), assignee: null };
    desk.tickets.set(id, aTicket(own));
  }
  signedIn("agent");
  const shown = showAgent("/agent/teams/service-desk");
  await screen.findByRole("grid");
  const with_ = (what: Partial<Ticket>) =>
    [...desk.tickets.values()].filter((ticket) => ticket.priority === what.priority).length;
  return { desk, have: with_, ...shown };
}

test("rows are chosen by key, in a range and all that are here, and by none of them again", async () => {
  const { user } = await open(5);
  await user.keyboard("jx");
  expect(chosen()).toBe(1);
  expect(await bar()).toHaveTextContent("1 chosen");
  await user.keyboard("jjX");
  expect(chosen()).toBe(3);
  await user.keyboard("{Control>}a{/Control}");
  expect(chosen()).toBe(5);
  await user.keyboard("{Escape}");
  expect(chosen()).toBe(0);
  expect(screen.queryByRole("toolbar", { name: "Change many tickets" })).toBeNull();
});

test("few are given to somebody by a few keys, and taken back by one", async () => {
  const { user, desk } = await open(3);
  await user.keyboard("jxjx");
  await bar();
  await user.keyboard("a1");
  await screen.findByText("2 tickets changed");
  const mine = () => [...desk.tickets.values()].filter(({ assignee }) => assignee?.id === AGENT.id).length;
  expect(mine()).toBe(2);
  expect(chosen()).toBe(0);
  await user.keyboard("z");
  await screen.findByText("2 tickets are as they were");
  expect(mine()).toBe(0);
});

test("rows say at once what they become, before the service has done it", async () => {
  const { user } = await open(3);
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  server.use(
    http.post("*/api/bulk-changes/:id/start", async () => {
      await held;
      return undefined;
    }),
  );
  await user.keyboard("jxjx");
  await bar();
  await user.keyboard("s2");
  await waitFor(() => {
    expect(rows().filter((row) => row.dataset.phase === "pending")).toHaveLength(2);
  });
  expect(screen.queryByText("2 tickets changed")).toBeNull();
  goOn();
  await screen.findByText("2 tickets changed");
});

test("what some refuse is shown beforehand, with which they are", async () => {
  const { user, desk, have } = await open(3);
  desk.tickets.delete("HD-00000001");
  await user.keyboard("j{Control>}a{/Control}");
  await bar();
  await user.keyboard("p1");
  const preview = await screen.findByRole("dialog", { name: /tickets chosen/ });
  expect(preview).toHaveTextContent("1 ticket cannot be changed");
  expect(within(preview).getByRole("link", { name: "HD-00000001" })).toBeVisible();
  expect(have({ priority: "P1" })).toBe(0);
  await user.click(within(preview).getByRole("button", { name: "Change 2 tickets" }));
  await waitFor(() => {
    expect(have({ priority: "P1" })).toBe(2);
  });
  expect(await screen.findByText(/3 of 3 tickets changed · 1 refused · done/)).toBeVisible();
});

test("many go on in the background, with how far they are, until it is put away", async () => {
  const { user, desk, have } = await open(30);
  await user.keyboard("j{Control>}a{/Control}");
  await bar();
  await user.keyboard("p1");
  await user.click(await screen.findByRole("button", { name: "Change 30 tickets" }));
  expect(await screen.findByText(/of 30 tickets changed/)).toBeVisible();
  await screen.findByText(/30 of 30 tickets changed · done/);
  expect(have({ priority: "P1" })).toBe(30);
  const first = desk.sent.find(({ path }) => path === "/api/bulk-changes");
  expect(first?.key).toMatch(/\S/);
  await user.click(screen.getByRole("button", { name: "Put away" }));
  expect(screen.queryByText(/of 30 tickets changed/)).toBeNull();
  expect(window.localStorage.getItem("helpdesk.bulk")).toBeNull();
});

test("a note has to say something before it goes to each", async () => {
  const { user, desk } = await open(2);
  await user.keyboard("jx");
  await user.click(within(await bar()).getByRole("button", { name: "Note …" }));
  const dialog = await screen.findByRole("dialog", { name: "Write a note on each" });
  const go = within(dialog).getByRole("button", { name: "Go on with 1 ticket" });
  await user.click(go);
  expect(desk.sent.filter(({ path }) => path.startsWith("/api/bulk"))).toEqual([]);
  await user.type(within(dialog).getByRole("textbox"), "Seen by the night shift");
  await user.click(go);
  await waitFor(() => {
    expect(desk.sent.find(({ path }) => path === "/api/bulk-changes")?.body).toMatchObject({
      tickets: ["HD-00000000"],
      change: { message: { body: "Seen by the night shift", visibility: "internal" } },
    });
  });
  // What was said cannot be taken back: it is looked at before it goes out.
  const preview = await screen.findByRole("dialog", { name: "1 ticket chosen" });
  expect(within(preview).getByRole("figure")).toHaveTextContent(
    /Note, for colleagues only.*Seen by the night shift/,
  );
  await user.click(within(preview).getByRole("button", { name: "Change 1 ticket" }));
  await screen.findByText("1 ticket changed");
});
