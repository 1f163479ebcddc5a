import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Present } from "@/lib/live-messages";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, anEntry, at } from "@/testing/builders";
import { replyTo } from "@/testing/composer";
import { playLive, socket, watching, type FakeSocket } from "@/testing/fake-socket";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const TOPIC = `ticket:${ID}`;
const LEE: Present = { id: "p-lee", name: "Lee Park", doing: "looking" };
const KIM: Present = { id: "p-kim", name: "Kim Ode", doing: "writing" };

let over = () => undefined as unknown;
beforeEach(() => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  });
  over = playLive();
});
afterEach(async () => {
  over();
  vi.restoreAllMocks();
  vi.useRealTimers();
  server.events.removeAllListeners();
  await chooseLanguage("en");
});

const pass = (milliseconds: number) => {
  act(() => void vi.advanceTimersByTime(milliseconds));
};
const shown = () => screen.findByRole("heading", { name: /VPN drops/ });
const heres = (line: FakeSocket) => line.sent.filter((one) => (one as { action: string }).action === "here");

async function open() {
  const desk = openDesk();
  playLive();
  signedIn("agent");
  const page = showAgent(`/agent/tickets/${ID}`);
  await shown();
  const line = await socket(0);
  act(() => {
    line.open();
    line.says(watching(TOPIC));
  });
  const tell = (...people: Present[]) => {
    const me: Present = { id: AGENT.id, name: AGENT.name, doing: "looking" };
    act(() => {
      line.says({ type: "presence", topics: [TOPIC], people: [me, ...people], seconds: 25 });
    });
  };
  const seen = (revision: number) => {
    act(() => {
      line.says({ type: "seen", topics: ["person:me"], ticket_id: ID, revision, at: at(0) });
    });
    pass(1);
  };
  return { desk, line, tell, seen, ...page };
}

function seeing(state: "visible" | "hidden") {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

describe("who else is at a ticket", () => {
  test("is said above the composer and by initials, writers first, and never of oneself", async () => {
    const { tell } = await open();
    tell();
    expect(screen.queryByRole("list", { name: "Also here" })).toBeNull();
    expect(screen.queryByText(/is looking/)).toBeNull();
    tell(LEE);
    expect(screen.getByText("Lee Park is looking")).toBeVisible();
    expect(within(screen.getByRole("list", { name: "Also here" })).getByText("LP")).toBeVisible();
    tell(LEE, KIM);
    expect(screen.getByText("Kim Ode is writing a reply · Lee Park is looking")).toBeVisible();
    const many = ["Ann", "Bo", "Cy", "Di"].map((name): Present => ({ id: name, name, doing: "looking" }));
    tell(...many.slice(0, 2));
    expect(screen.getByText("Ann and Bo are looking")).toBeVisible();
    tell(...many);
    expect(screen.getByText("Ann, Bo and 2 more are looking")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("is said in German too", async () => {
    const { tell } = await open();
    await act(() => chooseLanguage("de"));
    tell(LEE, KIM);
    expect(
      screen.getByText("Kim Ode schreibt eine Antwort · Lee Park sieht sich das Ticket an"),
    ).toBeVisible();
  });

  test("is forgotten when it is not said again", async () => {
    const { tell } = await open();
    tell(LEE);
    pass(24_000);
    expect(screen.getByText("Lee Park is looking")).toBeVisible();
    pass(2_000);
    expect(screen.queryByText("Lee Park is looking")).toBeNull();
  });

  test("of another ticket says nothing here", async () => {
    const { line } = await open();
    act(() => {
      line.says({ type: "presence", topics: ["ticket:HD-0AB3CD5E"], people: [LEE], seconds: 25 });
    });
    expect(screen.queryByText("Lee Park is looking")).toBeNull();
  });
});

describe("that one is at a ticket", () => {
  test("is said at once, with what one has seen, and every ten seconds while the page is looked at", async () => {
    const asked = vi.fn();
    server.events.on("request:start", ({ request }) => {
      if (request.method === "PUT") asked();
    });
    const { line, seen } = await open();
    expect(heres(line)).toEqual([{ action: "here", topics: [TOPIC], doing: "looking", seen: 4 }]);
    seen(4);
    pass(10_000);
    expect(heres(line)[1]).toEqual({ action: "here", topics: [TOPIC], doing: "looking" });
    seeing("hidden");
    expect(heres(line).at(-1)).toMatchObject({ doing: "gone" });
    const said = heres(line).length;
    pass(30_000);
    expect(heres(line)).toHaveLength(said);
    seeing("visible");
    expect(heres(line).at(-1)).toMatchObject({ doing: "looking" });
    expect(asked).not.toHaveBeenCalled();
  });

  test("says writing as soon as something is typed, until ten seconds after the last of it", async () => {
    const { line } = await open();
    const field = await replyTo("Jonas Weber");
    fireEvent.change(field, { target: { value: "P" } });
    expect(heres(line).at(-1)).toMatchObject({ doing: "writing" });
    const said = heres(line).length;
    fireEvent.change(field, { target: { value: "Pl" } });
    expect(heres(line)).toHaveLength(said);
    pass(21_000);
    expect(heres(line).at(-1)).toMatchObject({ doing: "looking" });
  });

  test("ends when one leaves, with what was seen meanwhile", async () => {
    const { desk, line, user, client } = await open();
    const ticket = desk.find(ID);
    if (ticket === undefined) throw new Error("no ticket");
    desk.tickets.set(ID, { ...ticket, revision: 6, subject: "VPN drops, changed" });
    await client.invalidateQueries({ queryKey: ["ticket", ID] });
    await screen.findByRole("heading", { name: "VPN drops, changed" });
    await user.keyboard("b");
    await waitFor(() => {
      expect(heres(line).at(-1)).toEqual({ action: "here", topics: [TOPIC], doing: "gone", seen: 6 });
    });
  });
});

test("a ticket one had open before opens where it has become new since", async () => {
  const { desk, line, seen, user } = await open();
  seen(4);
  await user.keyboard("b");
  const row = await screen.findByRole("row", { name: /VPN drops/ });
  const ticket = desk.find(ID);
  if (ticket === undefined) throw new Error("no ticket");
  const actor = { id: "p-requester", name: "Jonas Weber", role: "requester" } as const;
  const timeline = [...ticket.timeline, anEntry({ at: at(1), actor, body: "It is back." })];
  desk.tickets.set(ID, { ...ticket, revision: 5, timeline });
  act(() => {
    line.says({ type: "event", event: "MessageAdded", ticket_id: ID, topics: ["team:service-desk"] });
  });
  pass(400);
  await within(row).findByText(/unread/);
  await user.click(within(row).getByRole("link"));
  expect(await screen.findByText("It is back.")).toBeVisible();
  expect(screen.getByText(/^New since/)).toBeVisible();
});

describe("a ticket one marks unread", () => {
  test("stays so while one looks on, and is read again by the same key", async () => {
    const { desk, line, user } = await open();
    await user.keyboard("u");
    await waitFor(() => {
      // Before the last that somebody else wrote.
      expect(desk.seen.get(ID)).toMatchObject({ revision: 3, at: "2026-11-23T08:56:59.999Z" });
    });
    pass(10_000);
    expect(heres(line).at(-1)).toEqual({ action: "here", topics: [TOPIC], doing: "looking" });
    await user.keyboard("u");
    await waitFor(() => {
      expect(desk.seen.get(ID)).toMatchObject({ revision: 4 });
    });
  });

  test("on another device is not read again by this one", async () => {
    const { line, seen } = await open();
    seen(4);
    seen(2);
    pass(10_000);
    expect(heres(line).at(-1)).toEqual({ action: "here", topics: [TOPIC], doing: "looking" });
  });
});
