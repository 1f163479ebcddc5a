import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import { LiveLine, retryDelay, type LiveEvent } from "@/lib/live";
import { server } from "@/testing/server";

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readonly sent: unknown[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;

  constructor(readonly url: URL) {
    FakeSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
    this.onclose?.();
  }

  open() {
    this.readyState = 1;
    this.onopen?.();
  }
}

beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
  server.use(
    http.post("*/api/live-tickets", () =>
      HttpResponse.json({ ticket: "once", url: "wss://desk.example/live?ticket=once" }, { status: 201 }),
    ),
  );
  return () => {
    vi.unstubAllGlobals();
  };
});

const listeners = () => ({ onEvent: vi.fn(), onCatchUp: vi.fn(), onStatus: vi.fn() });

async function socket(index: number): Promise<FakeSocket> {
  await vi.waitFor(
    () => {
      expect(FakeSocket.all.length).toBeGreaterThan(index);
    },
    { timeout: 4_000 },
  );
  const found = FakeSocket.all[index];
  if (found === undefined) throw new Error("no socket");
  return found;
}

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
  expect(heard.onCatchUp).toHaveBeenCalledOnce();
  line.stop();
});

test("waits longer from try to try, up to half a minute", () => {
  expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
  expect(retryDelay(0, 0)).toBe(500);
});
