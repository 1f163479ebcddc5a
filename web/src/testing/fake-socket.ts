/** The live line as tests play it: sockets they open, speak through and close. */
import { http, HttpResponse } from "msw";
import { vi } from "vitest";

import { server } from "./server";

export class FakeSocket {
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

  says(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

/** Until the returned function is called, browsers are admitted and their sockets are played. */
export function playLive(): () => void {
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
}

export const watching = (...topics: string[]) => ({ type: "watching", topics, revisions: {} });

/** The so-manieth socket that was opened. */
export async function socket(index: number): Promise<FakeSocket> {
  await vi.waitFor(
    () => {
      if (FakeSocket.all.length <= index) throw new Error("not opened yet");
    },
    { timeout: 4_000 },
  );
  const found = FakeSocket.all[index];
  if (found === undefined) throw new Error("no socket");
  return found;
}
