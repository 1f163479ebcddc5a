/** What the parts of the fake desk share: its tickets, how they change, and what was sent. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { Entry, Me, OwnMark, State, Ticket } from "../api/types";
import { AGENT, anEntry, NOW, requesterView, someTickets, turnOf } from "./builders.ts";
import { problem } from "./problem.ts";

export const NEXT: Record<State, State[]> = {
  new: ["open", "pending", "on_hold", "solved", "cancelled"],
  open: ["pending", "on_hold", "solved", "cancelled"],
  pending: ["open", "on_hold", "solved", "cancelled"],
  on_hold: ["open", "pending", "solved", "cancelled"],
  solved: ["open", "closed"],
  closed: [],
  cancelled: [],
};

/** The key of a signed link. */
export const LINK = "signed-link";

export const byLink = (request: Request): boolean =>
  request.headers.get("authorization") === `Bearer ${LINK}`;

/** Its If-Match names an older ticket. */
export const isStale = (request: Request, ticket: Ticket): boolean => {
  const seen = request.headers.get("if-match");
  return seen !== null && seen !== `"${ticket.revision}"`;
};

export interface Desk {
  me: Me;
  actor: Entry["actor"];
  clock: () => string;
  tickets: Map<string, Ticket>;
  /** How far who is signed in has read, by ticket. */
  seen: Map<string, OwnMark>;
  /** Bodies by Idempotency-Key, in the order they came. */
  sent: { key: string | null; path: string; body: unknown }[];
  find: (id: unknown) => Ticket | undefined;
  /** As it is shown to who is signed in. */
  view: (ticket: Ticket) => unknown;
  change: (ticket: Ticket, part: Partial<Ticket>, ...entries: Entry[]) => Ticket;
  /** An entry that only staff see, by who is signed in. */
  fact: (type: Entry["type"], data: object, body?: string) => Entry;
  moved: (ticket: Ticket, state: State, until?: string | null) => Entry;
  note: (request: Request) => Promise<unknown>;
  /** Act once for an Idempotency-Key, and answer the same again. */
  once: (
    request: Request,
    act: (body: never) => Ticket,
    answer: (ticket: Ticket) => unknown,
  ) => Promise<HttpResponse<object>>;
  /** Something done to a ticket, at a path below it. */
  acts: (path: string, act: (ticket: Ticket, body: never) => Ticket) => HttpHandler;
}

/** What a feature's `testing` brings: its part of the API. */
export type Part = (desk: Desk) => HttpHandler[];

export function aDesk(me: Me = AGENT, clock: () => string = () => NOW): Desk {
  const answers = new Map<string, Ticket>();
  const actor = { id: me.id, name: me.name, role: me.role };
  const desk: Desk = {
    ...{ me, actor, clock },
    tickets: new Map(someTickets().map((ticket) => [ticket.id, ticket])),
    seen: new Map(),
    sent: [],
    find: (id) => desk.tickets.get(String(id)),
    view: (ticket) => (me.role === "requester" ? requesterView(ticket) : ticket),
    change: (ticket, part, ...entries) => {
      const state = (part.state ?? ticket.state) as State;
      const next: Ticket = {
        ...ticket,
        ...part,
        phase: state === "cancelled" ? "closed" : state,
        next_states: NEXT[state],
        revision: ticket.revision + 1,
        updated_at: clock(),
        timeline: [...ticket.timeline, ...entries],
      };
      const told = { ...next, turn: turnOf(next) };
      desk.tickets.set(ticket.id, told);
      return told;
    },
    fact: (type, data, body) =>
      anEntry({
        ...{ type, visibility: "internal", at: clock(), actor, data: data as Entry["data"] },
        ...(body === undefined ? {} : { body }),
      }),
    moved: (ticket, state, until = null) =>
      anEntry({
        ...{ type: "StateChanged", at: clock(), actor },
        data: { state, previous: ticket.state, ...(until === null ? {} : { until }) },
      }),
    note: async (request) => {
      const text = await request.text();
      const body: unknown = text === "" ? null : JSON.parse(text);
      const path = new URL(request.url).pathname;
      desk.sent.push({ key: request.headers.get("idempotency-key"), path, body });
      return body;
    },
    once: async (request, act, answer) => {
      const body = await desk.note(request);
      const key = request.headers.get("idempotency-key") ?? crypto.randomUUID();
      const ticket = answers.get(key) ?? act(body as never);
      answers.set(key, ticket);
      return HttpResponse.json(answer(ticket) as object, {
        status: 201,
        headers: { etag: `"${ticket.revision}"` },
      });
    },
    acts: (path, act) =>
      http.post(`*/api/tickets/:id/${path}`, async ({ params, request }) => {
        const ticket = desk.find(params.id);
        const body = await desk.note(request);
        if (!ticket) return problem(404, "not_found");
        return HttpResponse.json(act(ticket, body as never), { status: 201 });
      }),
  };
  return desk;
}
