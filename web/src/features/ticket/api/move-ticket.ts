import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { keepAnswer, refreshTicket } from "./get-ticket";

const moveTicket = (id: string, state: string, idempotencyKey: string): Promise<Ticket> =>
  api.post("/api/tickets/{ticket_id}/transitions", {
    path: { ticket_id: id },
    body: { state },
    idempotencyKey,
  });

export function useMoveTicket(ticket: Ticket) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (state: string) => moveTicket(ticket.id, state, crypto.randomUUID()),
    onSuccess: (answer) => {
      keepAnswer(client, answer);
    },
    onError: (error) => {
      if (isProblem(error, 409)) void refreshTicket(client, ticket.id);
    },
  });
}
