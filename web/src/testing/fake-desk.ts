/** A desk in memory behind MSW handlers: for tests, and for developing by hand (`npm run dev:mock`). */
import { http, HttpResponse, type HttpHandler } from "msw";

import type {
  Entry,
  HandOver,
  LevelNote,
  Me,
  MessageDraft,
  PortalForm,
  Presence,
  Problem,
  State,
  Survey,
  Ticket,
  TicketChange,
  TicketDraft,
} from "../api/types";
import {
  AGENT,
  aClock,
  anEntry,
  at,
  aTicket,
  cardOf,
  MEMBERS,
  NOW,
  ORGANIZATIONS,
  REQUESTER,
  requesterView,
  ROUTING,
  someTickets,
  TEAMS,
} from "./fake-tickets.ts";

const NEXT: Record<State, State[]> = {
  new: ["open", "pending", "on_hold", "solved", "cancelled"],
  open: ["pending", "on_hold", "solved", "cancelled"],
  pending: ["open", "on_hold", "solved", "cancelled"],
  on_hold: ["open", "pending", "solved", "cancelled"],
  solved: ["open", "closed"],
  closed: [],
  cancelled: [],
};

export const LINK = "signed-link";

export const FORM: PortalForm = {
  form_token: "form-1",
  categories: [
    { id: "account", name: { en: "Account and password", de: "Konto und Passwort" } },
    { id: "hardware", name: { en: "Computer, phone, printer", de: "Computer, Telefon, Drucker" } },
    { id: "software", name: { en: "Programs and apps", de: "Programme und Apps" } },
    { id: "network", name: { en: "Internet, Wi-Fi, VPN", de: "Internet, WLAN, VPN" } },
    { id: "question", name: { en: "A question", de: "Eine Frage" } },
    { id: "other", name: { en: "Something else", de: "Etwas anderes" } },
  ],
  levels: ["low", "medium", "high"],
  max_attachment_bytes: 25_000_000,
  languages: ["en", "de"],
};

export const CONFIG = (site: string) => ({
  oidc: {
    issuer: `${site}/pool`,
    authorization_endpoint: `${site}/oauth2/authorize`,
    token_endpoint: `${site}/oauth2/token`,
    userinfo_endpoint: `${site}/oauth2/userInfo`,
    end_session_endpoint: `${site}/logout`,
    jwks_uri: `${site}/pool/.well-known/jwks.json`,
    client_id: "web",
    scope: "openid email profile",
    redirect_uris: { portal: `${site}/signed-in`, agent: `${site}/agent/signed-in` },
    logout_uris: { portal: `${site}/`, agent: `${site}/agent` },
  },
  live_url: `${site.replace("http", "ws")}/live`,
  branding: { name: "Helpdesk", support_email: "help@demo.example" },
  local: true,
});

export function problem(
  status: number,
  code: string,
  extra: Partial<Problem> & { current?: unknown } = {},
  headers: Record<string, string> = {},
) {
  return HttpResponse.json(
    { type: "about:blank", title: code, status, code, detail: code, ...extra },
    { status, headers: { "content-type": "application/problem+json", ...headers } },
  );
}

export interface FakeDesk {
  tickets: Map<string, Ticket>;
  /** Bodies by Idempotency-Key, in the order they came. */
  sent: { key: string | null; path: string; body: unknown }[];
  /** Answers kept for a level. */
  notes: LevelNote[];
  handlers: HttpHandler[];
}

const byDeadline = (one: Ticket, two: Ticket) =>
  (one.next_deadline ?? "9").localeCompare(two.next_deadline ?? "9");

export function fakeDesk(me: Me = AGENT, clock: () => string = () => NOW): FakeDesk {
  const tickets = new Map(someTickets().map((ticket) => [ticket.id, ticket]));
  const sent: FakeDesk["sent"] = [];
  const notes: LevelNote[] = [];
  const answers = new Map<string, Ticket>();
  const actor = { id: me.id, name: me.name, role: me.role };
  let survey: Survey = {
    ...{ ticket: "HD-07KQ2M4X", subject: "VPN drops every few minutes" },
    ...{ rating: null, rated_at: null, open_until: at(60 * 24 * 7) },
  };
  let presence: Presence = {
    ...{ status: "available", chosen: "available", seen_at: null, idle_seconds: null, connected: true },
  };

  const change = (ticket: Ticket, part: Partial<Ticket>, ...entries: Entry[]): Ticket => {
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
    tickets.set(ticket.id, next);
    return next;
  };

  const moved = (ticket: Ticket, state: State, until: string | null = null): Entry =>
    anEntry({
      ...{ type: "StateChanged", at: clock(), actor },
      data: { state, previous: ticket.state, ...(until === null ? {} : { until }) },
    });

  const said = (ticket: Ticket, draft: MessageDraft, who: Entry["actor"]): Ticket => {
    const message = anEntry({
      at: clock(),
      actor: who,
      body: draft.body,
      visibility: draft.visibility ?? "public",
      attachments: (draft.attachments ?? []).map(({ id, name, size = 0, type = "" }) => ({
        ...{ id, name, size, type },
        href: `/api/tickets/${ticket.id}/attachments/${id}?version=1`,
      })),
    });
    const reopened =
      who.role === "requester" && ["solved", "pending"].includes(ticket.state) ? "open" : ticket.state;
    const state = (draft.state ?? reopened) as State;
    return change(ticket, { state }, message, ...(state === ticket.state ? [] : [moved(ticket, state)]));
  };

  const note = async (request: Request) => {
    const text = await request.text();
    const body: unknown = text === "" ? null : JSON.parse(text);
    sent.push({ key: request.headers.get("idempotency-key"), path: new URL(request.url).pathname, body });
    return body;
  };

  const once = async (
    request: Request,
    act: (body: never) => Ticket,
    answer: (ticket: Ticket) => unknown,
  ) => {
    const body = await note(request);
    const key = request.headers.get("idempotency-key") ?? crypto.randomUUID();
    const ticket = answers.get(key) ?? act(body as never);
    answers.set(key, ticket);
    return HttpResponse.json(answer(ticket) as object, {
      status: 201,
      headers: { etag: `"${ticket.revision}"` },
    });
  };

  const create = (
    draft: Pick<TicketDraft, "subject" | "description"> & Partial<TicketDraft>,
    who: Entry["actor"],
    email: string,
  ): Ticket => {
    const id = `HD-0${Math.random().toString(36).slice(2, 9).toUpperCase().padEnd(7, "0")}`;
    const ticket = aTicket({
      id,
      subject: draft.subject,
      state: "new",
      phase: "new",
      assignee: null,
      revision: 1,
      created_at: clock(),
      updated_at: clock(),
      requester: { id: who.id, name: who.name, email },
      clocks: [aClock(), aClock({ clock: "resolution", due_at: at(480), remaining_seconds: 28_800 })],
      next_states: NEXT.new,
      timeline: [anEntry({ type: "TicketCreated", at: clock(), actor: who, body: draft.description })],
    });
    tickets.set(id, ticket);
    return ticket;
  };

  const created = (view: (ticket: Ticket) => unknown) => (ticket: Ticket) => ({
    id: ticket.id,
    status_url: `https://helpdesk.example/ticket#${LINK}`,
    ticket: view(ticket),
  });

  const keep = (
    ticket: Ticket,
    { title, level }: { title: string; level: Ticket["level"] },
    body: string,
  ) => {
    const data = { title, level, category: ticket.category };
    const entry = anEntry({
      ...{ type: "LevelNoteKept", visibility: "internal", at: clock(), actor, body, data },
    });
    notes.unshift({ ...data, id: entry.id, body, ticket: ticket.id, author: actor, at: entry.at });
    return change(ticket, {}, entry);
  };
  const find = (id: unknown): Ticket | undefined => tickets.get(String(id));
  const view = (ticket: Ticket) => (me.role === "requester" ? requesterView(ticket) : ticket);
  const upload = (request: Request) =>
    HttpResponse.json(
      { id: crypto.randomUUID(), url: `${new URL(request.url).origin}/store`, fields: { key: "incoming/x" } },
      { status: 201 },
    );
  const guestTicket = () => [...tickets.values()].at(-1) ?? aTicket();

  const handlers: HttpHandler[] = [
    http.get("*/config.json", ({ request }) => HttpResponse.json(CONFIG(new URL(request.url).origin))),
    http.get("*/api/health", () =>
      HttpResponse.json({ status: "ok", version: "1", region: "local", now: clock(), rate: 1 }),
    ),
    http.get("*/api/portal/form", () => HttpResponse.json(FORM)),
    http.post("*/api/portal/uploads", ({ request }) => upload(request)),
    http.post("*/api/uploads", ({ request }) => upload(request)),
    http.post("*/store", () => new HttpResponse(null, { status: 204 })),
    http.post("*/api/portal/tickets", ({ request }) =>
      once(
        request,
        (draft: TicketDraft & { name: string; email: string }) =>
          create(draft, { id: "p-guest", name: draft.name, role: "guest" }, draft.email),
        created(requesterView),
      ),
    ),
    http.get("*/api/portal/rating", ({ request }) =>
      request.headers.get("authorization") === `Bearer ${LINK}`
        ? HttpResponse.json(survey)
        : problem(401, "sign_in"),
    ),
    http.post("*/api/portal/rating", async ({ request }) => {
      const { rating } = (await note(request)) as { rating: number };
      survey = { ...survey, rating, rated_at: clock() };
      return HttpResponse.json(survey);
    }),
    http.get("*/api/portal/ticket", ({ request }) =>
      request.headers.get("authorization") === `Bearer ${LINK}`
        ? HttpResponse.json(requesterView(guestTicket()))
        : problem(401, "sign_in_required"),
    ),
    http.post("*/api/portal/ticket/messages", ({ request }) =>
      once(
        request,
        (draft: MessageDraft) => {
          const ticket = guestTicket();
          return said(ticket, { ...draft, visibility: "public" }, { ...ticket.requester, role: "requester" });
        },
        requesterView,
      ),
    ),
    http.get("*/api/portal/ticket/attachments/:aid", () => problem(409, "attachment_pending")),
    http.get("*/api/me", () => HttpResponse.json(me)),
    http.get("*/api/teams", () => HttpResponse.json({ items: TEAMS })),
    http.get("*/api/teams/:id", ({ params }) => {
      const team = TEAMS.find(({ id }) => id === params.id);
      return team ? HttpResponse.json({ ...team, members: MEMBERS }) : problem(404, "not_found");
    }),
    http.get("*/api/organizations", () => HttpResponse.json({ items: ORGANIZATIONS, cursor: null })),
    http.get("*/api/me/status", () => HttpResponse.json(presence)),
    http.put("*/api/me/status", async ({ request }) => {
      const { status } = (await note(request)) as { status: Presence["status"] };
      presence = { ...presence, status, chosen: status, seen_at: clock() };
      return HttpResponse.json(presence);
    }),
    http.post("*/api/teams/:id/take-next", async ({ params, request }) => {
      await note(request);
      const next = [...tickets.values()].find(
        (ticket) => ticket.team === params.id && ticket.assignee === null,
      );
      if (next === undefined) return problem(404, "not_found");
      return HttpResponse.json(change(next, { assignee: { id: me.id, name: me.name } }));
    }),
    http.post("*/api/live-tickets", () => problem(503, "unavailable")),
    http.get("*/api/tickets", ({ request }) => {
      const query = new URL(request.url).searchParams;
      const assignee = query.get("assignee");
      const items = [...tickets.values()]
        .filter((ticket) => query.get("team") === null || ticket.team === query.get("team"))
        .filter((ticket) => query.get("phase") === null || ticket.phase === query.get("phase"))
        .filter((ticket) => query.get("priority") === null || ticket.priority === query.get("priority"))
        .filter(
          ({ phase }) => query.get("needs_work") !== "true" || (phase !== "solved" && phase !== "closed"),
        )
        .filter(({ organization }) => [null, organization].includes(query.get("organization")))
        .filter((ticket) => assignee !== "none" || ticket.assignee === null)
        .filter((ticket) => assignee !== "me" || ticket.assignee?.id === me.id)
        .filter((ticket) => me.role !== "requester" || ticket.requester.id === me.id)
        .sort(byDeadline)
        .map(cardOf);
      return HttpResponse.json({ items, cursor: null });
    }),
    http.post("*/api/tickets", ({ request }) =>
      once(
        request,
        (draft: TicketDraft) => {
          const requester = draft.requester ?? REQUESTER.email;
          const email = typeof requester === "string" ? requester : requester.email;
          const name = typeof requester === "string" ? email : (requester.name ?? email);
          return create(draft, { id: "p-new", name, role: "requester" }, email);
        },
        created(view),
      ),
    ),
    http.get("*/api/tickets/:id", ({ params }) => {
      const ticket = find(params.id);
      return ticket ? HttpResponse.json(view(ticket)) : problem(404, "not_found");
    }),
    http.patch("*/api/tickets/:id", async ({ params, request }) => {
      const ticket = find(params.id);
      const body = (await note(request)) as TicketChange;
      if (!ticket) return problem(404, "not_found");
      const seen = request.headers.get("if-match");
      if (seen !== null && seen !== `"${ticket.revision}"`) return problem(412, "stale", { current: ticket });
      const { assignee, ...fields } = body;
      const person = MEMBERS.find(({ id }) => id === assignee) ?? null;
      const entry =
        assignee === undefined
          ? anEntry({ type: "TicketUpdated", visibility: "internal", at: clock(), actor, data: fields })
          : anEntry({
              type: "TicketAssigned",
              visibility: "internal",
              at: clock(),
              actor,
              data: { assignee, name: person?.name },
            });
      return HttpResponse.json(
        change(
          ticket,
          { ...(fields as Partial<Ticket>), ...(assignee === undefined ? {} : { assignee: person }) },
          entry,
        ),
      );
    }),
    http.post("*/api/tickets/:id/messages", async ({ params, request }) => {
      const ticket = find(params.id);
      if (!ticket) return problem(404, "not_found");
      const seen = request.headers.get("if-match");
      if (seen !== null && seen !== `"${ticket.revision}"`) {
        await note(request);
        return problem(412, "stale", { current: ticket });
      }
      return once(request, (draft: MessageDraft) => said(ticket, draft, actor), view);
    }),
    http.post("*/api/tickets/:id/transitions", async ({ params, request }) => {
      const ticket = find(params.id);
      const {
        state,
        until = ticket?.state === state ? ticket.until : null,
        vendor = state === "on_hold" ? ticket?.vendor : null,
      } = (await note(request)) as {
        state: State;
        until?: string | null;
        vendor?: string | null;
      };
      if (!ticket) return problem(404, "not_found");
      if (state !== ticket.state && !ticket.next_states.includes(state)) {
        return problem(409, "transition_refused");
      }
      return HttpResponse.json(
        view(
          change(
            ticket,
            { state, until, vendor: vendor === "" ? null : (vendor ?? null) },
            moved(ticket, state, until),
          ),
        ),
      );
    }),
    http.get("*/api/tickets/:id/routing", ({ params }) =>
      find(params.id) ? HttpResponse.json(ROUTING) : problem(404, "not_found"),
    ),
    http.post("*/api/tickets/:id/acknowledgements", async ({ params, request }) => {
      const ticket = find(params.id);
      await note(request);
      if (!ticket) return problem(404, "not_found");
      const entry = anEntry({
        ...{ type: "TicketAcknowledged", visibility: "internal", at: clock(), actor },
        data: { climbs: ["page@1:created"] },
      });
      return HttpResponse.json(change(ticket, { ladders: [] }, entry), { status: 201 });
    }),
    http.post("*/api/tickets/:id/hand-overs", async ({ params, request }) => {
      const ticket = find(params.id);
      const { summary, ...body } = (await note(request)) as HandOver;
      if (!ticket) return problem(404, "not_found");
      const person = MEMBERS.find(({ id }) => id === body.person) ?? null;
      const team = body.team ?? ticket.team;
      const entry = anEntry({
        ...{ type: "TicketHandedOver", visibility: "internal", at: clock(), actor, body: summary },
        data: { ...body, team, cause: "manual", assignee: person?.id, name: person?.name },
      });
      return HttpResponse.json(change(ticket, { team, assignee: person }, entry), { status: 201 });
    }),
    http.post("*/api/tickets/:id/de-escalations", async ({ params, request }) => {
      const ticket = find(params.id);
      const { note: kept, ...body } = (await note(request)) as {
        level: Ticket["level"];
        answer: string;
        needless: boolean;
        note: { title: string; level: Ticket["level"] } | null;
      };
      if (!ticket) return problem(404, "not_found");
      const team = TEAMS.find(({ level }) => level === body.level)?.id ?? ticket.team;
      const entry = anEntry({
        ...{ type: "TicketDeescalated", visibility: "internal", at: clock(), actor },
        data: { ...body, team, previous_level: ticket.level, previous_team: ticket.team },
      });
      const back = change(ticket, { level: body.level, team, assignee: null }, entry);
      return HttpResponse.json(kept === null ? back : keep(back, kept, body.answer), { status: 201 });
    }),
    http.get("*/api/level-notes", ({ request }) => {
      const wanted = new URL(request.url).searchParams;
      const items = notes
        .filter(({ level }) => level === wanted.get("level"))
        .filter(({ category }) => [null, category].includes(wanted.get("category")));
      return HttpResponse.json({ items, cursor: null });
    }),
    http.post("*/api/tickets/:id/escalations", async ({ params, request }) => {
      const ticket = find(params.id);
      const body = (await note(request)) as { level?: Ticket["level"]; reason: string; tried: string };
      if (!ticket) return problem(404, "not_found");
      const level = body.level ?? "L2";
      const entry = anEntry({
        type: "TicketEscalated",
        visibility: "internal",
        at: clock(),
        actor,
        data: {
          level,
          team: "it-operations",
          previous_level: ticket.level,
          previous_team: ticket.team,
          reason: body.reason,
          tried: body.tried,
          cause: "manual",
        },
      });
      return HttpResponse.json(change(ticket, { level, team: "it-operations", assignee: null }, entry), {
        status: 201,
      });
    }),
    http.get("*/api/tickets/:id/attachments/:aid", () => problem(409, "attachment_pending")),
  ];
  return { tickets, sent, notes, handlers };
}
