import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { at } from "@/testing/builders";
import { playLive, socket } from "@/testing/fake-socket";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const isUnread = (words: RegExp) =>
  within(screen.getByRole("row", { name: words })).queryByText(/unread/) !== null;

function marked(revision: number) {
  const desk = openDesk();
  desk.seen.set(ID, { ticket_id: ID, revision, at: at(-10) });
  signedIn("agent");
  return desk;
}

test("a row says that it holds something one has not seen, also aloud", async () => {
  marked(3);
  showAgent("/agent/teams/service-desk");
  const row = await screen.findByRole("row", { name: /VPN drops every few minutes.*unread/ });
  expect(row).toBeVisible();
  expect(isUnread(/Nobody can print/)).toBe(false);
  expect(await accessibilityProblems()).toEqual([]);
});

test("one whose newest was seen does not, and neither does what is older than marks are kept", async () => {
  marked(4);
  showAgent("/agent/teams/service-desk");
  await screen.findByRole("row", { name: /VPN drops/ });
  expect(screen.queryByText(/unread/)).toBeNull();
});

test("what one reads on another device is read here, and what changes is new; marks are asked for once", async () => {
  const desk = marked(3);
  const over = playLive();
  const asked = vi.fn();
  server.events.on("request:start", ({ request }) => {
    if (request.url.endsWith("/me/seen")) asked();
  });
  const { client } = showAgent("/agent/teams/service-desk");
  await screen.findByText(/unread/);
  const line = await socket(0);
  act(() => {
    line.open();
    line.says({ type: "seen", topics: ["person:p-agent1"], ticket_id: ID, revision: 4, at: at(0) });
  });
  await waitFor(() => {
    expect(isUnread(/VPN drops/)).toBe(false);
  });
  const ticket = desk.find(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, revision: 5 });
  await client.invalidateQueries({ queryKey: ["tickets"] });
  await screen.findByText(/unread/);
  expect(asked).toHaveBeenCalledOnce();
  server.events.removeAllListeners();
  over();
});
