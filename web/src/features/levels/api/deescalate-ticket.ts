import { useQueryClient } from "@tanstack/react-query";

import type { Level, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useActOnTicket } from "@/lib/desk/act-on-ticket";

import { levelNotesKey } from "./list-notes";

export interface Deescalation {
  level: Level;
  answer: string;
  needless: boolean;
  /** The answer is kept for a level under this title. */
  note: { title: string; level: Level } | null;
}

export function useDeescalateTicket(ticket: Ticket) {
  const client = useQueryClient();
  return useActOnTicket(ticket, async (body: Deescalation, idempotencyKey): Promise<Ticket> => {
    const answer: Ticket = await api.post("/api/tickets/{ticket_id}/de-escalations", {
      path: { ticket_id: ticket.id },
      body,
      idempotencyKey,
    });
    if (body.note !== null) void client.invalidateQueries({ queryKey: levelNotesKey });
    return answer;
  });
}
