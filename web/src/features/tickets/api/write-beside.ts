import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

import type { WaitingSide } from "../outbox";

const LIMIT_MS = 10_000;

interface Sending {
  idempotencyKey: string;
  keepalive?: boolean;
}

/** To people outside: what changed on the ticket meanwhile refuses none of it. */
export function writeBeside(id: string, letter: WaitingSide["letter"], how: Sending): Promise<Ticket> {
  const sending = { ...how, limitMs: LIMIT_MS };
  return letter.which === null
    ? api.post("/api/tickets/{ticket_id}/sides", { path: { ticket_id: id }, body: letter.body, ...sending })
    : api.post("/api/tickets/{ticket_id}/sides/{side_id}/messages", {
        path: { ticket_id: id, side_id: letter.which },
        body: letter.body,
        ...sending,
      });
}
