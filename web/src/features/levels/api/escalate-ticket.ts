import type { Level, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

export interface Escalation {
  level: Level;
  reason: string;
  tried: string;
}

export const useEscalateTicket = (ticket: Ticket) =>
  useActOnTicket(ticket, (body: Escalation, idempotencyKey): Promise<Ticket> =>
    api.post("/api/tickets/{ticket_id}/escalations", {
      path: { ticket_id: ticket.id },
      body,
      idempotencyKey,
    }),
  );
