/** What is said on the live line. */
import type { EventName, OwnMark } from "@/api/types";

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

/** From now on nothing is missed of these; the tickets among them stand at these revisions. */
export interface Watching {
  type: "watching";
  topics: string[];
  revisions: Record<string, number>;
  /** Who is at the tickets of lists. */
  here?: readonly AtTicket[];
}

/** So many tickets stand in one's own inbox now. */
export interface InboxNews {
  type: "inbox";
  count: number;
  topics: string[];
}

/** Who has a ticket open now, by what their browsers say; it holds for so many seconds. */
export interface PresenceTold {
  type: "presence";
  topics: string[];
  people: readonly Present[];
  seconds: number;
  /** Said where a list is watched. */
  ticket_id?: string;
}

/** Who is at a ticket of a list. */
export type AtTicket = Pick<PresenceTold, "people" | "seconds"> & { ticket_id: string };

export interface Present {
  id: string;
  name: string;
  doing: "looking" | "writing";
}

/** How far one has read a ticket, on whatever device. */
export interface SeenTold extends OwnMark {
  type: "seen";
  topics: string[];
}

/** What one writes was changed on one of one's devices, and when; null when it was sent or thrown away. */
export interface DraftTold {
  type: "draft";
  topics: string[];
  ticket_id: string;
  kind: "reply" | "note";
  at: string | null;
  /** The name of the colleague who goes on with it. */
  taken_by?: string;
}

/** A mail came in that is held, or is held no more. */
export interface MailsTold {
  type: "mails";
  topics: string[];
}

/** At the other end of a chat somebody types; of staff it says who. */
export interface TypingTold {
  type: "typing";
  topics: string[];
  seconds: number;
  name?: string;
}

/** Who chats has it before them, and has read it up to a revision. */
export interface VisitorTold {
  type: "visitor";
  topics: string[];
  doing: "looking" | "writing" | "gone";
  seen: number | null;
  seconds: number;
}

export type Told = PresenceTold | SeenTold | DraftTold | MailsTold | TypingTold | VisitorTold;

/** What somebody does at a ticket, and up to which revision they have seen it. */
export interface Here {
  doing: "looking" | "writing" | "gone";
  seen?: number;
}

interface Heartbeat {
  type: "heartbeat";
}

export type Message = LiveEvent | Watching | InboxNews | Told | Heartbeat;

const HEARD = ["event", "watching", "inbox"];

const TOLD = ["presence", "seen", "draft", "mails", "typing", "visitor"];

/** Whether it is for whoever listens, not for the line itself. */
export const isTold = (message: Message | null): message is Told =>
  message !== null && TOLD.includes(message.type);

export function parse(data: unknown): Message | null {
  if (typeof data !== "string") return null;
  try {
    const message = JSON.parse(data) as Partial<Exclude<Message, Heartbeat>> | Heartbeat;
    if (message.type === "heartbeat") return { type: "heartbeat" };
    const known = [...HEARD, ...TOLD].includes(message.type ?? "");
    return known && Array.isArray(message.topics) ? (message as Message) : null;
  } catch {
    return null;
  }
}
