import { http, HttpResponse } from "msw";

import type { Part } from "../../testing/desk.ts";

/** So many mails are held. */
export const heldOf =
  (count: number, more = false): Part =>
  () => [http.get("*/api/held-mails", () => HttpResponse.json({ count, more }))];

export const mailPart: Part = (desk) => heldOf(0)(desk);
