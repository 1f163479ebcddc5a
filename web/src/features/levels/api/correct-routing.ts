import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

interface Correction {
  team: string;
  reason: string;
}

export const useCorrectRouting = (ticket: Ticket) =>
  useActOnTicket(ticket, (body: Correction, idempotencyKey): Promise<Ticket> =>
    api.post("/api/tickets/{ticket_id}/routing-corrections", {
      path: { ticket_id: ticket.id },
      body,
      idempotencyKey,
    }),
  );
