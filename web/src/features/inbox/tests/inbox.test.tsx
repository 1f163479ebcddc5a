import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, expect, test, vi } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { AGENT } from "@/testing/builders";
import { playLive, socket, watching } from "@/testing/fake-socket";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { aHeap, inboxOf, someHeaps, type Heap } from "../testing";

const P1 = "HD-0AB3CD5E";
const VPN = "HD-07KQ2M4X";
const MONITOR = "HD-0M8NP9QR";
const MINE = `person:${AGENT.id}`;

let stopLive: (() => void) | undefined;
afterEach(() => {
  stopLive?.();
  stopLive = undefined;
  vi.useRealTimers();
});

function start(heaps: Map<string, Heap> = someHeaps(), address = "/agent/inbox", live = false) {
  const desk = openDesk();
  if (live) stopLive = playLive();
  server.use(...inboxOf(heaps)(desk));
  signedIn("agent");
  return { desk, heaps, ...showAgent(address) };
}

const grid = () => screen.findByRole("grid", { name: "Inbox" });
const shown = () =>
  [...document.querySelectorAll<HTMLElement>("[data-ticket]")].map(({ dataset }) => dataset.ticket);
const row = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-ticket="${id}"]`);
  if (found === null) throw new Error(`no row of ${id}`);
  return found;
};
const stand = (id: string) => {
  act(() => {
    row(id).focus();
  });
};
const moves = ({ sent }: { sent: { path: string; body: unknown }[] }) =>
  sent
    .filter(({ path }) => path.startsWith("/api/me/inbox/"))
    .map(({ path, body }) => [path.slice("/api/me/inbox/".length), body]);
const rail = () => screen.findByRole("link", { name: /^Inbox/ });

test("tells of each ticket what happened and when, the newest first, and is accessible", async () => {
  const { container } = start();
  await grid();
  expect(shown()).toEqual([P1, VPN, MONITOR]);
  expect(row(VPN)).toHaveTextContent(/VPN drops.*HD-07KQ2M4X.*New reply \(2\) · Assigned to you/);
  expect(row(VPN)).toHaveTextContent("3 minutes ago");
  expect(row(P1)).toHaveTextContent("Needs somebody now · Waits unassigned in your team");
  expect(await accessibilityProblems(container)).toEqual([]);
});

test("the rail counts it, and nothing at none; g i leads there", async () => {
  const { user, heaps } = start(someHeaps(), "/agent/mine");
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 3");
  });
  await screen.findByRole("grid", { name: "My tickets" });
  expect(document.title).toMatch(/^\(3\) My tickets/);
  heaps.clear();
  await user.keyboard("gi");
  expect(await screen.findByText("Nothing waits for you")).toBeVisible();
  expect(await screen.findByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
});

test("a hundred are a hundred or more", async () => {
  start();
  server.use(http.get("*/api/me/inbox/count", () => HttpResponse.json({ count: 100 })));
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 100+");
  });
});

test("nothing in it shows no number", async () => {
  start(new Map());
  await screen.findByText("Nothing waits for you");
  expect((await rail()).textContent.trim()).toBe("Inbox");
});

test("d is done with it at once, and the keyboard stands on the next", async () => {
  const { desk, user } = start();
  await grid();
  stand(P1);
  await user.keyboard("d");
  expect(shown()).toEqual([VPN, MONITOR]);
  expect(row(VPN)).toHaveFocus();
  await waitFor(() => {
    expect(moves(desk)).toEqual([[P1, { place: "done" }]]);
  });
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 2");
  });
  expect(screen.queryByRole("button", { name: /· show/ })).toBeNull();
});

test.each(["z", "notice"])("it is back where it was by %s, and can be done again", async (way) => {
  const { desk, user } = start();
  await grid();
  stand(VPN);
  await user.keyboard("d");
  await waitFor(() => {
    expect(moves(desk)).toHaveLength(1);
  });
  if (way === "z") await user.keyboard("z");
  else await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(shown()).toEqual([P1, VPN, MONITOR]);
  await waitFor(() => {
    expect(moves(desk)).toEqual([
      [VPN, { place: "done" }],
      [VPN, { place: "open" }],
    ]);
  });
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 3");
  });
  expect(screen.queryByRole("button", { name: /· show/ })).toBeNull();
  stand(VPN);
  await user.keyboard("d");
  await waitFor(() => {
    expect(moves(desk)).toHaveLength(3);
  });
  expect(shown()).toEqual([P1, MONITOR]);
  expect(screen.queryByText(/More came of/)).toBeNull();
});

test("what was taken back is done again before the list was read anew", async () => {
  const { desk, heaps, user } = start();
  await grid();
  stand(VPN);
  server.use(http.get("*/api/me/inbox", () => new Promise<never>(() => undefined)));
  await user.keyboard("d");
  await user.keyboard("z");
  stand(VPN);
  await user.keyboard("d");
  await waitFor(() => {
    expect(moves(desk)).toHaveLength(3);
  });
  await waitFor(() => {
    expect(heaps.get(VPN)?.away).toBe(true);
  });
  expect(shown()).toEqual([P1, MONITOR]);
  expect(screen.queryByText(/More came of/)).toBeNull();
});

test("after ten seconds there is nothing to undo, and it says so", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const { desk, user } = start();
  await grid();
  stand(VPN);
  await user.keyboard("d");
  act(() => void vi.advanceTimersByTime(10_000));
  await user.keyboard("z");
  expect(await screen.findByText(/Undo: there is nothing to undo/)).toBeInTheDocument();
  expect(moves(desk)).toEqual([[VPN, { place: "done" }]]);
});

test("w puts it off to one of three instants, chosen by its digit", async () => {
  const { desk, user } = start();
  await grid();
  stand(VPN);
  await user.keyboard("w");
  const dialog = await screen.findByRole("dialog", { name: "Later …" });
  expect(within(dialog).getAllByRole("button", { name: /In three|Next working|In a week/ })).toHaveLength(3);
  expect(await accessibilityProblems(dialog)).toEqual([]);
  await user.keyboard("2");
  await waitFor(() => {
    expect(moves(desk)).toHaveLength(1);
  });
  const [[id, to] = []] = moves(desk) as [string, { place: string; until: string }][];
  expect([id, to?.place]).toEqual([VPN, "later"]);
  expect(new Date(to?.until ?? "").getHours()).toBe(8);
  expect(shown()).toEqual([P1, MONITOR]);
  await waitFor(() => {
    expect(row(MONITOR)).toHaveFocus();
  });
});

test("Esc puts nothing off", async () => {
  const { desk, user } = start();
  await grid();
  stand(VPN);
  await user.keyboard("w");
  await screen.findByRole("dialog");
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  await waitFor(() => {
    expect(row(VPN)).toHaveFocus();
  });
  expect(moves(desk)).toEqual([]);
});

test("what more came of stays, and says why", async () => {
  const { user, heaps } = start();
  await grid();
  heaps.set(VPN, { ...aHeap(["assigned", 41], ["replied", 12], ["replied", 3]), revision: 9 });
  stand(VPN);
  await user.keyboard("d");
  expect(await screen.findByText("More came of HD-07KQ2M4X meanwhile, so it stays here.")).toBeVisible();
  expect(shown()).toEqual([P1, VPN, MONITOR]);
});

test("what comes while somebody stands in it waits behind the pill", async () => {
  const { user, heaps } = start(someHeaps(), "/agent/inbox", true);
  const live = await socket(0);
  act(() => {
    live.open();
    live.says(watching(MINE));
  });
  await grid();
  stand(VPN);
  heaps.set("HD-0F6GH7JK", aHeap(["assigned", 0]));
  act(() => {
    live.says({ type: "inbox", count: 4, ticket_id: "HD-0F6GH7JK", concern: "assigned", topics: [MINE] });
  });
  const pill = await screen.findByRole("button", { name: /1 change · show/ });
  expect(await rail()).toHaveTextContent("Inbox 4");
  expect(shown()).toEqual([P1, VPN, MONITOR]);
  await user.click(pill);
  expect(shown()).toEqual(["HD-0F6GH7JK", P1, VPN, MONITOR]);
});

test("the live line says the number, also elsewhere", async () => {
  start(someHeaps(), "/agent/mine", true);
  const live = await socket(0);
  act(() => {
    live.open();
    live.says(watching(MINE));
  });
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 3");
  });
  act(() => {
    live.says({ type: "inbox", count: 7, topics: [MINE] });
  });
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 7");
  });
});

test("news of what one did before what one just did do not stand", async () => {
  const { user } = start(someHeaps(), "/agent/inbox", true);
  const live = await socket(0);
  act(() => {
    live.open();
    live.says(watching(MINE));
  });
  await grid();
  stand(VPN);
  await user.keyboard("d");
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 2");
  });
  act(() => {
    live.says({ type: "inbox", count: 3, topics: [MINE] }); // told before it was put away, and late
  });
  await waitFor(async () => {
    expect(await rail()).toHaveTextContent("Inbox 2");
  });
});

test("Enter opens the ticket, and Escape leads back to its row", async () => {
  const { user } = start();
  await grid();
  stand(VPN);
  await user.keyboard("{Enter}");
  await screen.findByRole("heading", { level: 1, name: /VPN drops/ });
  await user.keyboard("{Escape}");
  await grid();
  await waitFor(() => {
    expect(row(VPN)).toHaveFocus();
  });
});

test("fingers and pointers have buttons on the row", async () => {
  const { desk, user } = start();
  await grid();
  await user.click(screen.getByRole("button", { name: `Done: ${MONITOR}` }));
  expect(shown()).toEqual([P1, VPN]);
  await user.click(screen.getByRole("button", { name: `Later …: ${P1}` }));
  await user.click(await screen.findByRole("button", { name: /In a week/ }));
  await waitFor(() => {
    expect(moves(desk).map(([id]) => id)).toEqual([MONITOR, P1]);
  });
});

test("what cannot be read says so and offers another try", async () => {
  const desk = openDesk();
  server.use(http.get("*/api/me/inbox", () => problem(400, "unreadable")));
  signedIn("agent");
  const { user } = showAgent("/agent/inbox");
  const again = await screen.findByRole("button", { name: /again/i });
  server.use(...inboxOf(someHeaps())(desk));
  await user.click(again);
  await grid();
  expect(shown()).toHaveLength(3);
});
