import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

/** Nothing more is expected there, or something is after all. */
export const useCloseSide = (ticket: Ticket) =>
  useActOnTicket(ticket, ({ side, open }: { side: string; open: boolean }, idempotencyKey): Promise<Ticket> =>
    api.patch("/api/tickets/{ticket_id}/sides/{side_id}", {
      path: { ticket_id: ticket.id, side_id: side },
      body: { open },
      idempotencyKey,
    }),
  );
