/** The live line: one WebSocket that says what changed. It carries no state; whoever listens fetches again. */
import { api } from "./api-client";
import {
  isTold,
  parse,
  type Here,
  type InboxNews,
  type LiveEvent,
  type Message,
  type Told,
  type Watching,
} from "./live-messages";

export type LiveStatus = "connecting" | "live" | "waiting";

interface Listeners {
  onWatching: (watching: Watching) => void;
  onEvent: (event: LiveEvent) => void;
  onInbox: (news: InboxNews) => void;
  /** The line was down for a while: what was missed must be fetched. */
  onCatchUp: () => void;
  onStatus: (status: LiveStatus) => void;
}

const HEARTBEAT_MS = 25_000;
/** So long after a heartbeat the line has answered, or it is dead. */
const ANSWER_MS = 10_000;
/** As many topics as the service takes in one message. */
const AT_ONCE = 20;
/** API Gateway cuts a connection after two hours; we go first, at a moment of our choosing. */
const MAX_AGE_MS = 110 * 60_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

export const retryDelay = (attempt: number, random = Math.random()): number =>
  Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS) * (0.5 + random / 2);

/** What was left is watched for so long: the last word said there is heard, and who comes back has missed nothing. */
const LINGER_MS = 2_000;

/** A secret that opens one connection. */
export type Admit = () => Promise<{ url: string; ticket: string }>;

const asSignedIn: Admit = () => api.post("/api/live-tickets");

async function openSocket(admit: Admit): Promise<WebSocket> {
  const { url, ticket } = await admit();
  const address = new URL(url, window.location.href);
  if (!address.searchParams.has("ticket")) address.searchParams.set("ticket", ticket);
  return new WebSocket(address);
}

export class LiveLine {
  readonly #listeners: Listeners;
  readonly #admit: Admit;
  readonly #topics = new Map<string, number>();
  /** What was left, until it is watched no more. */
  readonly #lingering = new Map<string, number>();
  /** Those the service has answered to. */
  readonly #watched = new Set<string>();
  /** What waits until it has. */
  readonly #unsaid = new Map<string, Here>();
  readonly #hearers = new Set<(told: Told) => void>();
  #socket: WebSocket | null = null;
  #attempt = 0;
  #wasLive = false;
  #stopped = true;
  #retry: number | undefined;
  #heartbeat: number | undefined;
  #silence: number | undefined;
  #missed = false;
  #ageLimit: number | undefined;

  constructor(listeners: Listeners, admit: Admit = asSignedIn) {
    this.#listeners = listeners;
    this.#admit = admit;
  }

  start(): void {
    this.#stopped = false;
    window.addEventListener("online", this.#hurry);
    window.addEventListener("offline", this.#cutOff);
    document.addEventListener("visibilitychange", this.#hurry);
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    window.removeEventListener("online", this.#hurry);
    window.removeEventListener("offline", this.#cutOff);
    document.removeEventListener("visibilitychange", this.#hurry);
    window.clearTimeout(this.#retry);
    for (const timer of this.#lingering.values()) window.clearTimeout(timer);
    this.#lingering.clear();
    this.#dropSocket();
  }

  /** Watch a topic until the returned function is called; several watchers of one topic share it. */
  watch(topic: string): () => void {
    const watchers = this.#topics.get(topic) ?? 0;
    this.#topics.set(topic, watchers + 1);
    window.clearTimeout(this.#lingering.get(topic));
    this.#lingering.delete(topic);
    if (watchers === 0) this.#send({ action: "watch", topics: [topic] });
    return () => {
      const left = (this.#topics.get(topic) ?? 1) - 1;
      if (left > 0) {
        this.#topics.set(topic, left);
        return;
      }
      this.#topics.delete(topic);
      if (this.#stopped) return;
      const unwatch = () => {
        this.#lingering.delete(topic);
        this.#watched.delete(topic);
        this.#send({ action: "unwatch", topics: [topic] });
      };
      this.#lingering.set(topic, window.setTimeout(unwatch, LINGER_MS));
    };
  }

  /** Say what one does at what one watches: at once, or when it is watched. True when it is said. */
  here(topic: string, here: Here): boolean {
    if (this.#watched.has(topic)) return this.#send({ action: "here", topics: [topic], ...here });
    if (here.doing === "gone") this.#unsaid.delete(topic);
    else this.#unsaid.set(topic, here);
    return false;
  }

  /** Said once, and lost where the line is down: it holds for moments. */
  say(action: "typing" | "visiting", topic: string, more: Partial<Here> = {}): boolean {
    return this.#watched.has(topic) && this.#send({ action, topics: [topic], ...more });
  }

  hear(hearer: (told: Told) => void): () => void {
    this.#hearers.add(hearer);
    return () => void this.#hearers.delete(hearer);
  }

  readonly #hurry = (): void => {
    if (document.visibilityState !== "visible" || this.#stopped) return;
    if (this.#socket !== null) {
      // Much can have happened to a page nobody looked at.
      this.#beat();
      return;
    }
    window.clearTimeout(this.#retry);
    void this.#connect();
  };

  /** The browser knows that it has no network long before a socket notices. */
  readonly #cutOff = (): void => {
    if (this.#socket !== null) this.#lost();
  };

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    this.#listeners.onStatus("connecting");
    try {
      const socket = await openSocket(this.#admit);
      // `stop` may have been called while the ticket was on its way.
      if (this.#isStopped()) {
        socket.close();
        return;
      }
      this.#socket = socket;
      socket.onopen = () => {
        this.#opened();
      };
      socket.onmessage = ({ data }) => {
        if (this.#socket === socket) this.#heard(parse(data));
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
    this.#missed = this.#wasLive;
    this.#wasLive = true;
    if (this.#missed && this.#topics.size === 0) {
      this.#missed = false;
      this.#listeners.onCatchUp();
    }
    // A ticket that is not ours to see is refused with all that is asked for beside it.
    const [tickets, others] = [true, false].map((is) =>
      [...this.#topics.keys()].filter((topic) => topic.startsWith("ticket:") === is),
    ) as [string[], string[]];
    for (const topic of tickets) this.#send({ action: "watch", topics: [topic] });
    for (let from = 0; from < others.length; from += AT_ONCE) {
      this.#send({ action: "watch", topics: others.slice(from, from + AT_ONCE) });
    }
    this.#heartbeat = window.setInterval(() => {
      if (document.visibilityState === "visible") this.#beat();
    }, HEARTBEAT_MS);
    this.#ageLimit = window.setTimeout(() => this.#socket?.close(), MAX_AGE_MS);
  }

  #beat(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#send({ action: "heartbeat" });
    this.#silence ??= window.setTimeout(() => {
      this.#lost();
    }, ANSWER_MS);
  }

  #heard(message: Message | null): void {
    window.clearTimeout(this.#silence);
    this.#silence = undefined;
    if (message?.type === "event") this.#listeners.onEvent(message);
    if (message?.type === "inbox") this.#listeners.onInbox(message);
    if (isTold(message)) for (const hear of this.#hearers) hear(message);
    if (message?.type !== "watching") return;
    for (const topic of message.topics) {
      this.#watched.add(topic);
      const here = this.#unsaid.get(topic);
      if (here !== undefined) this.here(topic, here);
      this.#unsaid.delete(topic);
    }
    // What was missed is asked for only now: asked for before, it could be missed again.
    if (this.#missed) this.#listeners.onCatchUp();
    else this.#listeners.onWatching(message);
    this.#missed = false;
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
    window.clearTimeout(this.#silence);
    this.#silence = undefined;
    this.#watched.clear();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #send(message: object): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #isStopped(): boolean {
    return this.#stopped;
  }
}
