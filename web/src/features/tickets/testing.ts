import { http, HttpResponse } from "msw";

import type { Entry, MessageDraft, OwnDraft, State, Ticket, TicketChange } from "../../api/types";
import { anEntry, aTicket, MEMBERS, requesterView } from "../../testing/builders.ts";
import { byLink, isStale, type Desk, type Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

function said(desk: Desk, ticket: Ticket, draft: MessageDraft, who: Entry["actor"]): Ticket {
  const message = anEntry({
    at: desk.clock(),
    actor: who,
    body: draft.body,
    visibility: draft.visibility ?? "public",
    attachments: (draft.attachments ?? []).map(({ id, name, size = 0, type = "" }) => ({
      ...{ id, name, size, type },
      href: `/api/tickets/${ticket.id}/attachments/${id}?version=1`,
    })),
  });
  const reopens = who.role === "requester" && ["solved", "pending"].includes(ticket.state);
  const state = (draft.state ?? (reopens ? "open" : ticket.state)) as State;
  const moved = state === ticket.state ? [] : [desk.moved(ticket, state)];
  return desk.change(ticket, { state }, message, ...moved);
}

export const ticketsPart: Part = (desk) => {
  const guestTicket = () => [...desk.tickets.values()].at(-1) ?? aTicket();
  const drafts = new Map<string, OwnDraft>();
  const pending = () => problem(409, "attachment_pending");
  return [
    http.get("*/api/me/drafts", () =>
      HttpResponse.json({
        items: [...drafts.values()].map(({ ticket_id, kind, at, body }) => ({
          ...{ ticket_id, kind, at },
          beginning: body,
        })),
      }),
    ),
    http.get("*/api/tickets/:id/drafts", () => HttpResponse.json({ items: [] })),
    http.get("*/api/tickets/:id/drafts/:kind", ({ params }) => {
      const draft = drafts.get(`${String(params.id)} ${String(params.kind)}`);
      return draft ? HttpResponse.json(draft) : problem(404, "not_found");
    }),
    http.put("*/api/tickets/:id/drafts/:kind", async ({ params, request }) => {
      const { id, kind } = params as Pick<OwnDraft, "kind"> & { id: string };
      const draft = {
        ...((await request.json()) as Omit<OwnDraft, "ticket_id" | "kind">),
        ticket_id: id,
        kind,
      };
      drafts.set(`${id} ${kind}`, draft);
      return HttpResponse.json(draft);
    }),
    http.delete("*/api/tickets/:id/drafts/:kind", ({ params }) => {
      drafts.delete(`${String(params.id)} ${String(params.kind)}`);
      return HttpResponse.json({ items: [] });
    }),
    http.get("*/api/portal/ticket", ({ request }) =>
      byLink(request) ? HttpResponse.json(requesterView(guestTicket())) : problem(401, "sign_in_required"),
    ),
    http.post("*/api/portal/ticket/messages", ({ request }) =>
      desk.once(
        request,
        (draft: MessageDraft) => {
          const ticket = guestTicket();
          const requester = { ...ticket.requester, role: "requester" } as const;
          return said(desk, ticket, { ...draft, visibility: "public" }, requester);
        },
        requesterView,
      ),
    ),
    http.get("*/api/portal/ticket/attachments/:aid", pending),
    http.get("*/api/tickets/:id/attachments/:aid", pending),
    http.get("*/api/tickets/:id/signature", () => HttpResponse.json({ signature: "", outside: "" })),
    http.get("*/api/tickets/:id", ({ params }) => {
      const ticket = desk.find(params.id);
      return ticket ? HttpResponse.json(desk.view(ticket) as object) : problem(404, "not_found");
    }),
    http.patch("*/api/tickets/:id", async ({ params, request }) => {
      const ticket = desk.find(params.id);
      const { assignee, ...fields } = (await desk.note(request)) as TicketChange;
      if (!ticket) return problem(404, "not_found");
      if (isStale(request, ticket)) return problem(412, "stale", { current: ticket });
      const part = fields as Partial<Ticket>;
      if (assignee === undefined) {
        return HttpResponse.json(desk.change(ticket, part, desk.fact("TicketUpdated", fields)));
      }
      const person = MEMBERS.find(({ id }) => id === assignee) ?? null;
      const assigned = desk.fact("TicketAssigned", { assignee, name: person?.name });
      return HttpResponse.json(desk.change(ticket, { ...part, assignee: person }, assigned));
    }),
    http.post("*/api/tickets/:id/messages", async ({ params, request }) => {
      const ticket = desk.find(params.id);
      if (!ticket) return problem(404, "not_found");
      if (isStale(request, ticket)) {
        await desk.note(request);
        return problem(412, "stale", { current: ticket });
      }
      return desk.once(request, (draft: MessageDraft) => said(desk, ticket, draft, desk.actor), desk.view);
    }),
    http.post("*/api/tickets/:id/transitions", async ({ params, request }) => {
      const ticket = desk.find(params.id);
      const {
        state,
        until = ticket?.state === state ? ticket.until : null,
        vendor = state === "on_hold" ? ticket?.vendor : null,
      } = (await desk.note(request)) as { state: State; until?: string | null; vendor?: string | null };
      if (!ticket) return problem(404, "not_found");
      if (state !== ticket.state && !ticket.next_states.includes(state)) {
        return problem(409, "transition_refused");
      }
      const part = { state, until, vendor: vendor === "" ? null : (vendor ?? null) };
      const moved = desk.change(ticket, part, desk.moved(ticket, state, until));
      return HttpResponse.json(desk.view(moved) as object);
    }),
  ];
};
