import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { wasAnswered } from "@/lib/reachability";
import { anEntry } from "@/testing/builders";
import { replyTo } from "@/testing/composer";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const PLACE = "helpdesk.outbox.";
const HOUR = 60 * 60_000;

function network(is: boolean) {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(is);
  act(() => void window.dispatchEvent(new Event(is ? "online" : "offline")));
}

let desk: ReturnType<typeof openDesk>;
beforeEach(() => {
  desk = openDesk();
  signedIn("agent");
});
afterEach(() => {
  vi.restoreAllMocks();
  wasAnswered();
});

const sent = () => desk.sent.map(({ body }) => (body as { body: string }).body);

/** Without network, with these replies written. */
async function waiting(...words: string[]) {
  const shown = showAgent(`/agent/tickets/${ID}`);
  await screen.findByRole("heading", { name: /VPN drops/ });
  server.use(http.all("*/api/*", () => HttpResponse.error()));
  network(false);
  for (const text of words) {
    await write(shown.user, await replyTo("Jonas Weber"), text);
    await shown.user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText(text, { ignore: "textarea" })).toBeVisible();
  }
  return shown;
}

function back() {
  server.use(...desk.handlers);
  network(true);
}

describe("without network", () => {
  test("what is sent waits, is listed and counted at once, and is not said to be sent", async () => {
    const { user } = await waiting("First words", "Second words");
    expect(screen.getByText(/You can go on; 2 things wait/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Show" }));
    const list = within(await screen.findByRole("list", { name: "Outbox" }));
    expect(list.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringContaining("First words"),
      expect.stringContaining("Second words"),
    ]);
    expect(screen.queryByText("Your reply was sent.")).toBeNull();
    expect(sent()).toEqual([]);
  });

  test("it can be stopped, and stands where it was written", async () => {
    const { user } = await waiting("Think again");
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(await screen.findByLabelText("Reply to Jonas Weber")).toHaveValue("Think again");
    back();
    await waitFor(() => {
      expect(screen.queryByText(/No connection/)).toBeNull();
    });
    expect(sent()).toEqual([]);
  });
});

describe("with the network back", () => {
  test("it goes out in order, once, and says so", async () => {
    await waiting("First words", "Second words");
    back();
    expect(await screen.findAllByText("2 things that waited have been sent.")).not.toHaveLength(0);
    expect(sent()).toEqual(["First words", "Second words"]);
    expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
    const bodies = desk.tickets.get(ID)?.timeline.map(({ body }) => body);
    expect(bodies?.slice(-2)).toEqual(["First words", "Second words"]);
  });

  test("it goes out after a reload as well", async () => {
    const { unmount } = await waiting("Written on a train");
    unmount();
    back();
    showAgent("/agent/mine");
    expect(await screen.findAllByText("1 thing that waited has been sent.")).not.toHaveLength(0);
    expect(sent()).toEqual(["Written on a train"]);
  });

  test("it asks when the ticket has changed meanwhile, and goes out as it is when one says so", async () => {
    const { user } = await waiting("Restart it");
    const ticket = desk.tickets.get(ID);
    if (ticket === undefined) throw new Error("no ticket");
    const actor = { id: "p-requester", name: "Jonas Weber", role: "requester" } as const;
    const news = anEntry({ body: "It works again", actor });
    desk.tickets.set(ID, { ...ticket, revision: 5, timeline: [...ticket.timeline, news] });
    back();
    expect(await screen.findByText("1 thing waits for your answer.")).toBeVisible();
    expect(desk.tickets.get(ID)?.timeline.at(-1)?.body).toBe("It works again");
    await user.click(screen.getByRole("button", { name: "Show" }));
    const list = within(await screen.findByRole("list", { name: "Outbox" }));
    await user.click(list.getByRole("button", { name: "Send it as it is" }));
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.timeline.at(-1)?.body).toBe("Restart it");
    });
  });

  test("what is older than an hour asks first, and holds what follows on the same ticket", async () => {
    const { unmount } = await waiting("Old words", "Newer words");
    unmount();
    const [first, ...others] = JSON.parse(window.localStorage.getItem(PLACE) ?? "[]") as { at: number }[];
    const aged = [{ ...first, at: Date.now() - HOUR - 1_000 }, ...others];
    window.localStorage.setItem(PLACE, JSON.stringify(aged));
    back();
    const { user } = showAgent("/agent/mine");
    expect(await screen.findByText("1 thing waits for your answer.")).toBeVisible();
    expect(sent()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Show" }));
    expect(await screen.findByText(/written more than an hour ago/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Send it as it is" }));
    await waitFor(() => {
      expect(sent()).toEqual(["Old words", "Newer words"]);
    });
  });
});

test.each(["{", "null", '"words"'])(
  "an outbox that holds %s holds nothing, and the pages come",
  async (kept) => {
    window.localStorage.setItem(PLACE, kept);
    showAgent("/agent/mine");
    expect(await screen.findByText("VPN drops every few minutes")).toBeVisible();
    expect(screen.queryByRole("button", { name: /wait/ })).toBeNull();
  },
);

test("a device that keeps nothing has an outbox that holds nothing", async () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation((key) => {
    if (key.startsWith(PLACE)) throw new DOMException("forbidden", "SecurityError");
    return null;
  });
  showAgent("/agent/mine");
  expect(await screen.findByText("VPN drops every few minutes")).toBeVisible();
});
