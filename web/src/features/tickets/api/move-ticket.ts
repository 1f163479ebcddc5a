import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

export interface Move {
  state: string;
  reason?: string;
  /** When a waiting ticket comes back by itself. */
  until?: string | null;
  /** Whom outside one on hold waits for. */
  vendor?: string;
}

export const useMoveTicket = (ticket: Ticket) =>
  useActOnTicket(ticket, (body: Move, idempotencyKey): Promise<Ticket> =>
    api.post("/api/tickets/{ticket_id}/transitions", {
      path: { ticket_id: ticket.id },
      body,
      idempotencyKey,
    }),
  );
