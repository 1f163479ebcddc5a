import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { keepAnswer, refreshTicket } from "./get-ticket";

export interface Move {
  state: string;
  reason?: string;
  /** When a waiting ticket comes back by itself. */
  until?: string | null;
  /** Whom outside one on hold waits for. */
  vendor?: string;
}

const moveTicket = (id: string, move: Move, idempotencyKey: string): Promise<Ticket> =>
  api.post("/api/tickets/{ticket_id}/transitions", { path: { ticket_id: id }, body: move, idempotencyKey });

export function useMoveTicket(ticket: Ticket) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: Move) => moveTicket(ticket.id, move, crypto.randomUUID()),
    onSuccess: (answer) => {
      keepAnswer(client, answer);
    },
    onError: (error) => {
      if (isProblem(error, 409)) void refreshTicket(client, ticket.id);
    },
  });
}
