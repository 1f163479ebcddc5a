import { http, HttpResponse } from "msw";

import type { PushDevices } from "../../api/types";
import type { Part } from "../../testing/desk.ts";

export const KEY = "BAcd-_cd";

export const devicesOf =
  (held: { items: PushDevices["items"] }): Part =>
  (desk) => [
    http.get("*/api/me/devices", () => HttpResponse.json({ key: KEY, items: held.items })),
    http.post("*/api/me/devices", async ({ request }) => {
      await desk.note(request);
      const made = { id: `d-${held.items.length + 1}`, added_at: desk.clock(), current: true };
      held.items = [...held.items, made];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.delete("*/api/me/devices/:id", ({ params }) => {
      held.items = held.items.filter(({ id }) => id !== params.id);
      return HttpResponse.json({ key: KEY, items: held.items });
    }),
  ];

export const pushPart: Part = (desk) => devicesOf({ items: [] })(desk);
