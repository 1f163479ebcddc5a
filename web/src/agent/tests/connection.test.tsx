import { act, render, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, expect, test, vi } from "vitest";

import { Loading } from "@/components/states";
import { wasAnswered } from "@/lib/reachability";
import { anEntry } from "@/testing/builders";
import { playLive, socket } from "@/testing/fake-socket";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const noNetwork = http.all("*/api/*", () => HttpResponse.error());

/** As a browser says it. */
function network(is: boolean) {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(is);
  act(() => void window.dispatchEvent(new Event(is ? "online" : "offline")));
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  wasAnswered();
});

test("the line says that it is live, and within two seconds that it is not", async () => {
  openDesk();
  const over = playLive();
  signedIn("agent");
  showAgent("/agent/teams/service-desk");
  const line = await socket(0);
  act(() => {
    line.open();
  });
  expect(await screen.findByText("Live")).toBeVisible();
  network(false);
  expect(await screen.findByText("Offline", {}, { timeout: 2_000 })).toBeVisible();
  expect(screen.getByText("No connection. You can go on.")).toBeVisible();
  network(true);
  await waitFor(() => {
    expect(screen.queryByText("Offline")).toBeNull();
  });
  over();
});

test("a request that nobody answers says it as well, and the next answer takes it back", async () => {
  openDesk();
  signedIn("agent");
  const { user } = showAgent("/agent/teams/service-desk");
  await screen.findByText("Nobody can print on floor 3");
  server.use(noNetwork);
  await user.keyboard("gu");
  expect(await screen.findByText("Offline")).toBeVisible();
  server.resetHandlers();
  openDesk();
  await waitFor(
    () => {
      expect(screen.queryByText("Offline")).toBeNull();
    },
    { timeout: 6_000 },
  );
});

test("a list that could not be loaded says so, and comes when the network does", async () => {
  openDesk();
  signedIn("agent");
  const { user } = showAgent("/agent/mine");
  await screen.findByText("VPN drops every few minutes");
  server.use(noNetwork);
  network(false);
  await user.keyboard("gt");
  expect(await screen.findByText(/The service does not answer/)).toBeVisible();
  server.resetHandlers();
  openDesk();
  network(true);
  expect(await screen.findByText("Nobody can print on floor 3")).toBeVisible();
});

test("what happened between the reading of a ticket and its watching is fetched", async () => {
  const desk = openDesk();
  const over = playLive();
  signedIn("agent");
  showAgent(`/agent/tickets/${ID}`);
  await screen.findByRole("heading", { name: /VPN drops/ });
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  const missed = anEntry({ body: "Said in between" });
  desk.tickets.set(ID, { ...ticket, revision: 5, timeline: [...ticket.timeline, missed] });
  const line = await socket(0);
  act(() => {
    line.open();
    line.says({ type: "watching", topics: [`ticket:${ID}`], revisions: { [`ticket:${ID}`]: 5 } });
  });
  expect(await screen.findByText("Said in between")).toBeVisible();
  over();
});

test("a ticket that is as it was read is not fetched again", async () => {
  openDesk();
  const over = playLive();
  signedIn("agent");
  showAgent(`/agent/tickets/${ID}`);
  await screen.findByRole("heading", { name: /VPN drops/ });
  const read = vi.fn();
  server.events.on("request:start", ({ request }) => {
    if (request.url.endsWith(ID)) read();
  });
  const line = await socket(0);
  act(() => {
    line.open();
    line.says({ type: "watching", topics: [`ticket:${ID}`], revisions: { [`ticket:${ID}`]: 4 } });
  });
  await screen.findByText("Live");
  expect(read).not.toHaveBeenCalled();
  server.events.removeAllListeners();
  over();
});

test("what happened between the fetching of a list and its watching is fetched", async () => {
  const desk = openDesk();
  const over = playLive();
  signedIn("agent");
  showAgent("/agent/teams/service-desk");
  await screen.findByText("Nobody can print on floor 3");
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, subject: "Renamed in between" });
  const line = await socket(0);
  act(() => {
    line.open();
    line.says({ type: "watching", topics: ["team:service-desk"], revisions: {} });
  });
  expect(await screen.findByText("Renamed in between")).toBeVisible();
  over();
});

test("nothing loads for ever: after eight seconds another try is offered", () => {
  vi.useFakeTimers();
  const again = vi.fn();
  render(<Loading onRetry={again} />);
  act(() => void vi.advanceTimersByTime(7_900));
  expect(screen.queryByRole("button")).toBeNull();
  act(() => void vi.advanceTimersByTime(200));
  expect(screen.getByText(/This takes longer than usual/)).toBeVisible();
  screen.getByRole("button", { name: "Try again" }).click();
  expect(again).toHaveBeenCalledOnce();
});
