import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

/** Another note takes the place of one that is there; an empty one takes it away. */
export const usePinNote = (ticket: Ticket) =>
  useActOnTicket(ticket, (body: { text: string }, idempotencyKey): Promise<Ticket> =>
    api.put("/api/tickets/{ticket_id}/pin", {
      path: { ticket_id: ticket.id },
      body,
      idempotencyKey,
      ifMatch: ticket.revision,
    }),
  );
