import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

export const useAcknowledgeTicket = (ticket: Ticket) =>
  useActOnTicket(ticket, (body: Record<string, never>, idempotencyKey): Promise<Ticket> =>
    api.post("/api/tickets/{ticket_id}/acknowledgements", {
      path: { ticket_id: ticket.id },
      body,
      idempotencyKey,
    }),
  );
