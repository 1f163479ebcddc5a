import type { HandOver, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

export const useHandOverTicket = (ticket: Ticket) =>
  useActOnTicket(ticket, (body: HandOver, idempotencyKey): Promise<Ticket> =>
    api.post("/api/tickets/{ticket_id}/hand-overs", { path: { ticket_id: ticket.id }, body, idempotencyKey }),
  );
