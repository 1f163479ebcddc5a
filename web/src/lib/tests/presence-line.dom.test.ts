import { beforeEach, expect, test, vi } from "vitest";

import { LiveLine } from "@/lib/live";
import type { Told } from "@/lib/live-messages";
import { playLive, socket, watching } from "@/testing/fake-socket";

const TOPIC = "ticket:HD-1";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const over = playLive();
  return () => {
    over();
    vi.useRealTimers();
  };
});

async function started() {
  const line = new LiveLine({
    onEvent: vi.fn(),
    onWatching: vi.fn(),
    onInbox: vi.fn(),
    onCatchUp: vi.fn(),
    onStatus: vi.fn(),
  });
  const leave = line.watch(TOPIC);
  line.start();
  const first = await socket(0);
  first.open();
  return { line, first, leave };
}

const heres = (sent: unknown[]) => sent.filter((one) => (one as { action: string }).action === "here");

test("that one is at a ticket is said when it is watched, for before it would be refused, and only as it is then", async () => {
  const { line, first } = await started();
  expect(line.here(TOPIC, { doing: "looking", seen: 3 })).toBe(false);
  expect(line.here(TOPIC, { doing: "writing", seen: 4 })).toBe(false);
  expect(heres(first.sent)).toEqual([]);
  first.says(watching(TOPIC));
  expect(heres(first.sent)).toEqual([{ action: "here", topics: [TOPIC], doing: "writing", seen: 4 }]);
  expect(line.here(TOPIC, { doing: "looking" })).toBe(true);
  expect(heres(first.sent)).toHaveLength(2);
  line.stop();
});

test("who left before it was watched was never there", async () => {
  const { line, first } = await started();
  line.here(TOPIC, { doing: "looking" });
  line.here(TOPIC, { doing: "gone" });
  first.says(watching(TOPIC));
  expect(heres(first.sent)).toEqual([]);
  line.stop();
});

test("on a new line nothing counts as watched before it is answered", async () => {
  const { line, first } = await started();
  first.says(watching(TOPIC));
  first.close();
  expect(line.here(TOPIC, { doing: "looking" })).toBe(false);
  const second = await socket(1);
  second.open();
  expect(heres(second.sent)).toEqual([]);
  second.says(watching(TOPIC));
  expect(heres(second.sent)).toHaveLength(1);
  line.stop();
});

test("what is left is still watched for the last word said there, and not at all given up by who comes back", async () => {
  const { line, first, leave } = await started();
  first.says(watching(TOPIC));
  leave();
  expect(line.here(TOPIC, { doing: "gone" })).toBe(true);
  const again = line.watch(TOPIC);
  vi.advanceTimersByTime(3_000);
  expect(first.sent).not.toContainEqual({ action: "unwatch", topics: [TOPIC] });
  again();
  vi.advanceTimersByTime(3_000);
  expect(first.sent.at(-1)).toEqual({ action: "unwatch", topics: [TOPIC] });
  line.stop();
});

test("what is told of people and marks is handed on until nobody listens", async () => {
  const { line, first } = await started();
  const heard: Told[] = [];
  const leave = line.hear((told) => heard.push(told));
  const seen = {
    type: "seen",
    topics: ["person:me"],
    ticket_id: "HD-1",
    revision: 3,
    at: "2026-11-23T09:00:00Z",
  };
  first.says(seen);
  leave();
  first.says(seen);
  expect(heard).toEqual([seen]);
  line.stop();
});
