import { http, HttpResponse } from "msw";

import type { Concern, InboxMove } from "../../api/types";
import { at, cardOf } from "../../testing/builders.ts";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

/** What lies in an inbox: what somebody was told, how long ago in minutes. The newest stands on top. */
export interface Heap {
  told: [Concern, number][];
  revision: number;
  away: boolean;
}

export const aHeap = (...told: Heap["told"]): Heap => ({ told, revision: told.length, away: false });

/** By ticket. */
export const someHeaps = (): Map<string, Heap> =>
  new Map([
    ["HD-0AB3CD5E", aHeap(["waiting", 27], ["paged", 2])],
    ["HD-07KQ2M4X", aHeap(["assigned", 41], ["replied", 12], ["replied", 3])],
    ["HD-0M8NP9QR", aHeap(["handed_over", 50])],
  ]);

export const inboxOf =
  (heaps: Map<string, Heap>): Part =>
  (desk) => {
    const open = () => [...heaps].filter(([, { away }]) => !away);
    const count = () => ({ count: open().length });
    const newest = ({ told }: Heap) => Math.min(...told.map(([, minutes]) => minutes));
    return [
      http.get("*/api/me/inbox", () =>
        HttpResponse.json({
          items: open()
            .sort(([, one], [, two]) => newest(one) - newest(two))
            .flatMap(([id, { told, revision }]) => {
              const ticket = desk.find(id);
              if (ticket === undefined) return [];
              const notes = told.map(([concern, minutes], index) => ({
                ...{ concern, at: at(-minutes), entry: `e-${index}` },
              }));
              return [{ ticket: cardOf(ticket), notes, revision }];
            }),
          cursor: null,
        }),
      ),
      http.get("*/api/me/inbox/count", () => HttpResponse.json(count())),
      http.put("*/api/me/inbox/:id", async ({ params, request }) => {
        const { place } = (await desk.note(request)) as InboxMove;
        const heap = heaps.get(String(params.id));
        if (heap === undefined) return problem(404, "not_found");
        const seen = request.headers.get("if-match");
        if (seen !== null && seen !== `"${heap.revision}"`) return problem(412, "inbox_moved");
        heap.away = place !== "open";
        heap.revision += 1;
        return HttpResponse.json({ ...count(), revision: heap.revision });
      }),
    ];
  };

export const inboxPart: Part = (desk) => inboxOf(someHeaps())(desk);
