import { http, HttpResponse } from "msw";

import type { SideAnswer, SideBeginning, SideConversation } from "../../api/types";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

/** Conversations with people outside: begun, gone on with, closed and opened again. */
export const sidesPart: Part = (desk) => [
  http.post("*/api/tickets/:id/sides", async ({ params, request }) => {
    const ticket = desk.find(params.id);
    const { subject, to, cc = [], body } = (await desk.note(request)) as SideBeginning;
    if (!ticket) return problem(404, "not_found");
    const at = desk.clock();
    const side: SideConversation = {
      ...{ id: `s${ticket.sides.length + 1}`, subject, to, cc, open: true, messages: 1 },
      ...{ began_at: at, at, answer: null, vendor: null, returned: [] },
    };
    const sent = desk.fact("SideMessageSent", { side: side.id, subject, sender: "", to, cc }, body);
    return HttpResponse.json(desk.change(ticket, { sides: [...ticket.sides, side] }, sent), { status: 201 });
  }),
  http.post("*/api/tickets/:id/sides/:side/messages", async ({ params, request }) => {
    const ticket = desk.find(params.id);
    const { to, cc, body } = (await desk.note(request)) as SideAnswer;
    const side = ticket?.sides.find(({ id }) => id === params.side);
    if (!ticket || !side) return problem(404, "not_found");
    const whom = to === undefined || to.length === 0 ? { to: side.to, cc: side.cc } : { to, cc: cc ?? [] };
    const next = {
      ...side,
      ...whom,
      answer: null,
      open: true,
      messages: side.messages + 1,
      at: desk.clock(),
    };
    const sides = ticket.sides.map((one) => (one.id === side.id ? next : one));
    const data = { side: side.id, subject: side.subject, sender: "", ...whom };
    return HttpResponse.json(desk.change(ticket, { sides }, desk.fact("SideMessageSent", data, body)), {
      status: 201,
    });
  }),
  http.patch("*/api/tickets/:id/sides/:side", async ({ params, request }) => {
    const ticket = desk.find(params.id);
    const { open } = (await desk.note(request)) as { open: boolean };
    if (!ticket) return problem(404, "not_found");
    const sides = ticket.sides.map((side) => (side.id === params.side ? { ...side, open } : side));
    const type = open ? "SideReopened" : "SideClosed";
    return HttpResponse.json(desk.change(ticket, { sides }, desk.fact(type, { side: String(params.side) })));
  }),
];
