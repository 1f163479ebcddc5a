import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { replyTo } from "@/testing/composer";
import { playLive, socket, watching } from "@/testing/fake-socket";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";
import { atWidth } from "@/testing/window-width";

const ID = "HD-07KQ2M4X";
const LIST = "/agent/teams/service-desk";

afterEach(() => {
  vi.restoreAllMocks();
});

async function open(address: string, width = 1_440) {
  atWidth(width);
  const desk = openDesk();
  signedIn("agent");
  const page = showAgent(address);
  await screen.findByRole("navigation", { name: "Queues" });
  return { desk, ...page };
}

const list = () => screen.queryByRole("region", { name: "List" });
const pane = () => screen.queryByRole("region", { name: "Ticket" });
const row = (words: RegExp) => screen.findByRole("row", { name: words });
const heading = (words: RegExp) => screen.findByRole("heading", { name: words });
const here = () => window.location.pathname + window.location.search;

test("a ticket opens beside its list, the address has both, and Escape leads back to its row", async () => {
  const { user } = await open(LIST);
  await screen.findByText("No ticket is open");
  const opened = await row(/VPN drops/);
  act(() => {
    opened.focus();
  });
  await user.keyboard("o");
  await heading(/VPN drops/);
  expect(here()).toBe(`${LIST}?t=${ID}`);
  expect(pane()).toHaveFocus();
  expect(opened).toHaveAttribute("aria-current", "true");
  expect(document.title).toMatch(/VPN drops/);
  expect(await accessibilityProblems()).toEqual([]);
  await user.keyboard("{Escape}");
  expect(await screen.findByText("No ticket is open")).toBeVisible();
  expect(here()).toBe(LIST);
  expect(opened).toHaveFocus();
  expect(document.title).toMatch(/^\(3\) Service desk/);
});

test("a link keeps both, and j and k in the ticket walk the list beside it", async () => {
  const { user } = await open(`${LIST}?t=${ID}`);
  await heading(/VPN drops/);
  const rows = within(await screen.findByRole("grid"))
    .getAllByRole("row")
    .slice(1);
  const at = rows.findIndex((one) => one.dataset.ticket === ID);
  const before = rows[at - 1]?.dataset.ticket ?? "";
  expect(before).not.toBe("");
  await user.keyboard("k");
  await waitFor(() => {
    expect(here()).toBe(`${LIST}?t=${before}`);
  });
  expect(rows[at - 1]).toHaveAttribute("aria-current", "true");
  await user.keyboard("j");
  await heading(/VPN drops/);
  expect(pane()).toHaveFocus();
});

test("keys go to the part of the page that has the keyboard", async () => {
  const { user } = await open(`${LIST}?t=${ID}`);
  await heading(/VPN drops/);
  const first = await row(/Nobody can print/);
  act(() => {
    first.focus();
  });
  await user.keyboard("j");
  expect(here()).toBe(`${LIST}?t=${ID}`);
  expect(await row(/Account locked/)).toHaveFocus();
});

test("v shows the one or the other, and what is open stays", async () => {
  const { user } = await open(`${LIST}?t=${ID}`);
  await heading(/VPN drops/);
  await user.keyboard("v");
  expect(list()).toBeNull();
  await user.keyboard("{Escape}");
  await row(/VPN drops/);
  expect(pane()).toBeNull();
  await user.keyboard("v");
  expect(await screen.findByText("No ticket is open")).toBeVisible();
  await user.click(screen.getByRole("button", { name: /Full list/ }));
  expect(pane()).toBeNull();
});

test("where there is no room for both the list gives way, and v says why nothing happens", async () => {
  const { user } = await open(`${LIST}?t=${ID}`, 1_100);
  await heading(/VPN drops/);
  expect(list()).toBeNull();
  await user.keyboard("v");
  expect(await screen.findByText(/too narrow for both/, { selector: "[role=status] *" })).toBeInTheDocument();
  await user.click(screen.getByRole("link", { name: /Back to the list/ }));
  await row(/VPN drops/);
  expect(here()).toBe(LIST);
  expect(pane()).toBeNull();
});

test("an address without a list shows none", async () => {
  await open(`/agent/tickets/${ID}`);
  await heading(/VPN drops/);
  expect(list()).toBeNull();
});

test("another filter closes nothing", async () => {
  const { user } = await open(`${LIST}?t=${ID}&phase=solved&priority=P4`);
  await heading(/VPN drops/);
  await user.click(await screen.findByRole("button", { name: "Clear the filter" }));
  await waitFor(() => {
    expect(here()).toBe(`${LIST}?t=${ID}`);
  });
});

test("beside its list a ticket keeps what is typed, says that one looks, and is watched", async () => {
  const over = playLive();
  atWidth(1_440);
  openDesk();
  playLive();
  signedIn("agent");
  const { user } = showAgent(`${LIST}?t=${ID}`);
  await heading(/VPN drops/);
  const line = await socket(0);
  act(() => {
    line.open();
    line.says(watching(`ticket:${ID}`));
  });
  const told = (part: object) =>
    waitFor(() => {
      expect(line.sent).toContainEqual(expect.objectContaining(part));
    });
  await told({ action: "watch", topics: [`ticket:${ID}`] });
  await told({ action: "here", topics: [`ticket:${ID}`], doing: "looking" });
  const field = await replyTo("Jonas Weber");
  await write(user, field, "Half a sentence");
  await told({ action: "here", topics: [`ticket:${ID}`], doing: "writing" });
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Close the ticket" }));
  await screen.findByText("No ticket is open");
  await told({ action: "here", topics: [`ticket:${ID}`], doing: "gone" });
  await user.click(within(await row(/VPN drops/)).getByRole("link"));
  await heading(/VPN drops/);
  expect(await replyTo("Jonas Weber")).toHaveValue("Half a sentence");
  over();
});

test("a ticket is read before it is opened: of a row that keeps the keyboard, or a pointer that stays", async () => {
  await open(LIST);
  const print = await row(/Nobody can print/);
  const vpn = await row(/VPN drops/);
  const read: string[] = [];
  server.events.on("request:start", ({ request: { url } }) => {
    const [, id] = /\/api\/tickets\/([^/?]+)$/.exec(url) ?? [];
    if (id !== undefined) read.push(id);
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const pass = (milliseconds: number) => {
    act(() => void vi.advanceTimersByTime(milliseconds));
  };
  fireEvent.pointerOver(print);
  pass(70);
  fireEvent.pointerOver(vpn);
  pass(70);
  const before = [...read];
  pass(20);
  vi.useRealTimers();
  expect(before).toEqual([]);
  await waitFor(() => {
    expect(read).toEqual([ID]);
  });
  act(() => {
    print.focus();
  });
  await waitFor(() => {
    expect(read).toEqual([ID, print.dataset.ticket]);
  });
  server.events.removeAllListeners();
});
