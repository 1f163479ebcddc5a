import { http, HttpResponse } from "msw";

import { isStale, type Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const pinsPart: Part = (desk) => [
  http.put("*/api/tickets/:id/pin", async ({ params, request }) => {
    const ticket = desk.find(params.id);
    const { text } = (await desk.note(request)) as { text: string };
    if (!ticket) return problem(404, "not_found");
    if (isStale(request, ticket)) return problem(412, "stale", { current: ticket });
    const { id, name } = desk.actor;
    const pinned = { pin: { text, by: { id, name }, at: desk.clock() } };
    return HttpResponse.json(
      text === ""
        ? desk.change(ticket, { pin: null }, desk.fact("NoteUnpinned", {}))
        : desk.change(ticket, pinned, desk.fact("NotePinned", {}, text)),
    );
  }),
];
