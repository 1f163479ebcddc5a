import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Entry } from "@/api/types";
import { accessibilityProblems } from "@/testing/axe";
import { anEntry, at } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const DAY = -24 * 60;
const TOM: Entry["actor"] = { id: "p-agent2", name: "Tom Berger", role: "agent" };

const moved = (minutes: number) =>
  anEntry({ type: "StateChanged", at: at(minutes), actor: TOM, data: { state: "open" } });
const escalated = (minutes: number) =>
  anEntry({
    ...{ type: "TicketEscalated", at: at(minutes), actor: TOM },
    data: { level: "L2", team: "it-operations", cause: "manual", reason: "Needs a key", tried: "All" },
  });
const said = (minutes: number, body: string) => anEntry({ at: at(minutes), actor: TOM, body });

async function open(timeline: Entry[], { hash = "", earlier = null as string | null } = {}) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, timeline, earlier });
  signedIn("agent");
  const app = showAgent(`/agent/tickets/${ID}${hash}`);
  await screen.findByRole("heading", { name: /VPN drops/ });
  return { desk, ...app };
}

const lines = () => screen.queryAllByText(/Tom Berger set the state/);

describe("what happened between messages", () => {
  test("is folded when it is three things or more, and shown when one asks", async () => {
    const { user } = await open([said(-9, "First"), moved(-8), moved(-7), moved(-6), said(-5, "Last")]);
    expect(lines()).toHaveLength(0);
    const fold = screen.getByRole("button", { name: "3 changes · show" });
    await user.click(fold);
    expect(lines()).toHaveLength(3);
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "3 changes · hide" }));
    expect(lines()).toHaveLength(0);
  });

  test("is shown when it is less, and what people said with a change is always", async () => {
    await open([moved(-9), moved(-8), escalated(-7), moved(-6), moved(-5)]);
    expect(lines()).toHaveLength(4);
    expect(screen.getByText("Needs a key")).toBeVisible();
    expect(screen.queryByRole("button", { name: /changes/ })).toBeNull();
  });
});

test("a new day is told by its name, a day that goes on is not", async () => {
  await open([said(2 * DAY, "First"), said(-9, "Second"), said(-8, "Third")]);
  const days = screen.getAllByText(/^Monday 23 November$/);
  expect(days).toHaveLength(1);
  expect(days[0]?.nextElementSibling).toHaveTextContent("Second");
});

describe("a message", () => {
  test("shows its quote and signature when one asks", async () => {
    const { user } = await open([said(-9, "It is on.\n\n> Is it on?\n")]);
    expect(screen.getByText("It is on.")).toBeVisible();
    expect(screen.queryByText(/Is it on\?/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Quoted text and signature" }));
    expect(screen.getByText(/Is it on\?/)).toBeVisible();
  });

  test("is quoted into the reply, without what it quotes itself", async () => {
    const { user } = await open([said(-9, "It is on.\n\n> Is it on?\n")]);
    await user.click(screen.getByRole("button", { name: "About the message of Tom Berger" }));
    await user.click(await screen.findByRole("menuitem", { name: /^Quote in the reply/ }));
    expect(await screen.findByLabelText("Reply to Jonas Weber")).toHaveValue("> It is on.\n");
  });

  test("has a link of its own, which leads back to it", async () => {
    const into: Element[] = [];
    vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function (this: Element) {
      into.push(this);
    });
    const timeline = [said(-9, "First"), said(-8, "Second"), said(-7, "Third")];
    const [, second] = timeline;
    const { user, unmount } = await open(timeline);
    const [, menu] = screen.getAllByRole("button", { name: "About the message of Tom Berger" });
    await user.click(menu ?? document.body);
    await user.click(await screen.findByRole("menuitem", { name: /^Copy link to the message/ }));
    const link = await waitFor(async () => {
      const copied = await window.navigator.clipboard.readText();
      expect(copied).toBe(`http://helpdesk.test/agent/tickets/${ID}#${second?.id ?? ""}`);
      return copied;
    });
    unmount();
    await open(timeline, { hash: new URL(link).hash });
    const article = screen.getByText("Second").closest("article");
    expect(article).toHaveFocus();
    expect(into.at(-1)).toBe(article);
  });
});

describe("a long message", () => {
  beforeEach(() => {
    Object.defineProperty(HTMLElement.prototype, "scrollHeight", { value: 900, configurable: true });
    Object.defineProperty(HTMLElement.prototype, "clientHeight", { value: 480, configurable: true });
  });
  afterEach(() => {
    Reflect.deleteProperty(HTMLElement.prototype, "scrollHeight");
    Reflect.deleteProperty(HTMLElement.prototype, "clientHeight");
  });

  test("shows its beginning, and all of it when one asks", async () => {
    await open([said(-9, "So long")]);
    const article = within(screen.getByText("So long").closest("article") ?? document.body);
    fireEvent.click(article.getByRole("button", { name: "Show all of it" }));
    expect(article.queryByRole("button", { name: "Show all of it" })).toBeNull();
  });
});
