import { beforeEach, describe, expect, test, vi } from "vitest";

import { LiveLine, retryDelay } from "@/lib/live";
import type { LiveEvent } from "@/lib/live-messages";
import { playLive, socket, watching } from "@/testing/fake-socket";

beforeEach(playLive);

const listeners = () => ({
  onEvent: vi.fn(),
  onWatching: vi.fn(),
  onInbox: vi.fn(),
  onCatchUp: vi.fn(),
  onStatus: vi.fn(),
});

test("watches what was asked for as soon as the line is up, and hands on what it hears", async () => {
  const heard = listeners();
  const line = new LiveLine(heard);
  const leave = line.watch("ticket:HD-1");
  line.watch("ticket:HD-1");
  line.start();
  const first = await socket(0);
  first.open();
  expect(first.sent).toEqual([{ action: "watch", topics: ["ticket:HD-1"] }]);
  const event: LiveEvent = {
    type: "event",
    event: "MessageAdded",
    ticket_id: "HD-1",
    version: 2,
    occurred_at: "2026-11-23T09:00:00Z",
    topics: ["ticket:HD-1"],
    public: true,
  };
  first.onmessage?.({ data: JSON.stringify(event) });
  first.onmessage?.({ data: "not json" });
  expect(heard.onEvent).toHaveBeenCalledExactlyOnceWith(event);
  leave();
  expect(first.sent).toHaveLength(1);
  line.stop();
});

test("comes back after a loss, watches again and asks to catch up", async () => {
  const heard = listeners();
  const line = new LiveLine(heard);
  line.watch("team:service-desk");
  line.start();
  const first = await socket(0);
  first.open();
  expect(heard.onCatchUp).not.toHaveBeenCalled();
  first.close();
  expect(heard.onStatus).toHaveBeenLastCalledWith("waiting");
  const second = await socket(1);
  second.open();
  expect(second.sent).toEqual([{ action: "watch", topics: ["team:service-desk"] }]);
  // Asked for before the line watches again, what is missed could be missed once more.
  expect(heard.onCatchUp).not.toHaveBeenCalled();
  second.says(watching("team:service-desk"));
  expect(heard.onCatchUp).toHaveBeenCalledOnce();
  line.stop();
});

test("waits longer from try to try, up to half a minute", () => {
  expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
  expect(retryDelay(0, 0)).toBe(500);
});

test("says from when on nothing is missed", async () => {
  const heard = listeners();
  const line = new LiveLine(heard);
  line.watch("ticket:HD-1");
  line.start();
  const first = await socket(0);
  first.open();
  const answer = { ...watching("ticket:HD-1"), revisions: { "ticket:HD-1": 7 } };
  first.says(answer);
  expect(heard.onWatching).toHaveBeenCalledExactlyOnceWith(answer);
  expect(heard.onCatchUp).not.toHaveBeenCalled();
  line.stop();
});

test("asks for each ticket alone, so that one that is refused takes nothing else with it, and for no more than is taken", async () => {
  const line = new LiveLine(listeners());
  for (let team = 0; team < 21; team += 1) line.watch(`team:${team}`);
  line.watch("ticket:HD-1");
  line.watch("ticket:HD-2");
  line.start();
  const first = await socket(0);
  first.open();
  const asked = first.sent.map((message) => (message as { topics: string[] }).topics.length);
  expect(asked).toEqual([1, 1, 20, 1]);
  line.stop();
});

test.each(["before", "after"])("nothing is left to do when it stops %s its page is left", async (when) => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const line = new LiveLine(listeners());
  const leave = line.watch("ticket:HD-1");
  line.start();
  (await socket(0)).open();
  const steps = [
    leave,
    () => {
      line.stop();
    },
  ];
  for (const step of when === "before" ? steps.reverse() : steps) step();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe("a line that nobody answers on", () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    return () => {
      vi.useRealTimers();
    };
  });

  test("is dead ten seconds after its heartbeat, and alive when anything is heard", async () => {
    const heard = listeners();
    const line = new LiveLine(heard);
    line.start();
    const first = await socket(0);
    first.open();
    vi.advanceTimersByTime(25_000);
    expect(first.sent).toEqual([{ action: "heartbeat" }]);
    first.says({ type: "heartbeat" });
    vi.advanceTimersByTime(25_000);
    expect(heard.onStatus).toHaveBeenLastCalledWith("live");
    vi.advanceTimersByTime(9_000);
    expect(heard.onStatus).toHaveBeenLastCalledWith("live");
    vi.advanceTimersByTime(1_100);
    expect(heard.onStatus).not.toHaveBeenLastCalledWith("live");
    line.stop();
  });

  test("is given up at once when the browser has no network", async () => {
    const heard = listeners();
    const line = new LiveLine(heard);
    line.start();
    (await socket(0)).open();
    window.dispatchEvent(new Event("offline"));
    expect(heard.onStatus).toHaveBeenLastCalledWith("waiting");
    line.stop();
  });
});
