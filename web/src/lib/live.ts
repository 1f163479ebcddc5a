/** The live line: one WebSocket that says what changed. It carries no state; whoever listens fetches again. */
import type { EventName } from "@/api/types";

import { api } from "./api-client";

export type LiveStatus = "connecting" | "live" | "waiting";

/** That something happened, and to which ticket; not what was written. */
export interface LiveEvent {
  type: "event";
  event: EventName;
  ticket_id: string;
  version: number;
  occurred_at: string;
  topics: string[];
  public: boolean;
}

interface Listeners {
  onEvent: (event: LiveEvent) => void;
  /** The line was down for a while: what was missed must be fetched. */
  onCatchUp: () => void;
  onStatus: (status: LiveStatus) => void;
}

const HEARTBEAT_MS = 25_000;
/** API Gateway cuts a connection after two hours; we go first, at a moment of our choosing. */
const MAX_AGE_MS = 110 * 60_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

export const retryDelay = (attempt: number, random = Math.random()): number =>
  Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS) * (0.5 + random / 2);

function parse(data: unknown): LiveEvent | null {
  if (typeof data !== "string") return null;
  try {
    const message = JSON.parse(data) as Partial<LiveEvent>;
    return message.type === "event" && Array.isArray(message.topics) ? (message as LiveEvent) : null;
  } catch {
    return null;
  }
}

async function openSocket(): Promise<WebSocket> {
  const { url, ticket } = await api.post("/api/live-tickets");
  const address = new URL(url, window.location.href);
  if (!address.searchParams.has("ticket")) address.searchParams.set("ticket", ticket);
  return new WebSocket(address);
}

export class LiveLine {
  readonly #listeners: Listeners;
  readonly #topics = new Map<string, number>();
  #socket: WebSocket | null = null;
  #attempt = 0;
  #wasLive = false;
  #stopped = true;
  #retry: number | undefined;
  #heartbeat: number | undefined;
  #ageLimit: number | undefined;

  constructor(listeners: Listeners) {
    this.#listeners = listeners;
  }

  start(): void {
    this.#stopped = false;
    window.addEventListener("online", this.#hurry);
    document.addEventListener("visibilitychange", this.#hurry);
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    window.removeEventListener("online", this.#hurry);
    document.removeEventListener("visibilitychange", this.#hurry);
    window.clearTimeout(this.#retry);
    this.#dropSocket();
  }

  /** Watch a topic until the returned function is called; several watchers of one topic share it. */
  watch(topic: string): () => void {
    const watchers = this.#topics.get(topic) ?? 0;
    this.#topics.set(topic, watchers + 1);
    if (watchers === 0) this.#send({ action: "watch", topics: [topic] });
    return () => {
      const left = (this.#topics.get(topic) ?? 1) - 1;
      if (left > 0) {
        this.#topics.set(topic, left);
        return;
      }
      this.#topics.delete(topic);
      this.#send({ action: "unwatch", topics: [topic] });
    };
  }

  readonly #hurry = (): void => {
    if (document.visibilityState !== "visible" || this.#socket !== null || this.#stopped) return;
    window.clearTimeout(this.#retry);
    void this.#connect();
  };

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    this.#listeners.onStatus("connecting");
    try {
      const socket = await openSocket();
      // `stop` may have been called while the ticket was on its way.
      if (this.#isStopped()) {
        socket.close();
        return;
      }
      this.#socket = socket;
      socket.onopen = () => {
        this.#opened();
      };
      socket.onmessage = (message) => {
        const event = parse(message.data);
        if (event !== null) this.#listeners.onEvent(event);
      };
      socket.onclose = () => {
        if (this.#socket === socket) this.#lost();
      };
    } catch {
      this.#lost();
    }
  }

  #opened(): void {
    this.#attempt = 0;
    this.#listeners.onStatus("live");
    if (this.#topics.size > 0) this.#send({ action: "watch", topics: [...this.#topics.keys()] });
    if (this.#wasLive) this.#listeners.onCatchUp();
    this.#wasLive = true;
    this.#heartbeat = window.setInterval(() => {
      if (document.visibilityState === "visible") this.#send({ action: "heartbeat" });
    }, HEARTBEAT_MS);
    this.#ageLimit = window.setTimeout(() => this.#socket?.close(), MAX_AGE_MS);
  }

  #lost(): void {
    this.#dropSocket();
    if (this.#stopped) return;
    this.#listeners.onStatus("waiting");
    this.#retry = window.setTimeout(() => void this.#connect(), retryDelay(this.#attempt));
    this.#attempt += 1;
  }

  #dropSocket(): void {
    window.clearInterval(this.#heartbeat);
    window.clearTimeout(this.#ageLimit);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #send(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #isStopped(): boolean {
    return this.#stopped;
  }
}
