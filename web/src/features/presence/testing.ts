import { http, HttpResponse } from "msw";

import type { OwnMark } from "../../api/types";
import type { Part } from "../../testing/desk.ts";

export const presencePart: Part = (desk) => [
  http.get("*/api/me/seen", () => HttpResponse.json({ items: [...desk.seen.values()], since: desk.clock() })),
  http.put("*/api/me/seen/:id", async ({ params, request }) => {
    const { revision, at } = (await request.json()) as Pick<OwnMark, "revision" | "at">;
    const mark = { ticket_id: String(params.id), revision, at };
    desk.seen.set(mark.ticket_id, mark);
    return HttpResponse.json(mark);
  }),
];
