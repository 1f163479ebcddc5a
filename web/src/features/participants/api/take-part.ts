import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";
import { invitation, type Invited } from "@/lib/invited";

export const useInvite = (ticket: Ticket) =>
  useActOnTicket(ticket, (who: Invited, idempotencyKey): Promise<Ticket> =>
    api.post("/api/tickets/{ticket_id}/participants", {
      path: { ticket_id: ticket.id },
      body: invitation(who),
      idempotencyKey,
    }),
  );

/** Whoever works on the ticket goes on seeing it; only who leaves it is answered with nothing. */
export const useTakeOut = (ticket: Ticket) =>
  useActOnTicket(
    ticket,
    async (person: string, idempotencyKey): Promise<Ticket> =>
      (await api.delete("/api/tickets/{ticket_id}/participants/{person_id}", {
        path: { ticket_id: ticket.id, person_id: person },
        idempotencyKey,
      })) ?? ticket,
  );
