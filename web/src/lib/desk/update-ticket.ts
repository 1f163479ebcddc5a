import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Ticket, TicketChange } from "@/api/types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { keepAnswer, refreshTicket } from "./get-ticket";

const updateTicket = (id: string, change: TicketChange, ifMatch: number): Promise<Ticket> =>
  api.patch("/api/tickets/{ticket_id}", { path: { ticket_id: id }, body: change, ifMatch });

/** Change fields of the ticket as it was seen; when it is no longer so, the newer state is fetched. */
export function useUpdateTicket(ticket: Ticket) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: TicketChange) => updateTicket(ticket.id, change, ticket.revision),
    onSuccess: (answer) => {
      keepAnswer(client, answer);
    },
    onError: (error) => {
      if (isProblem(error, 412, 409)) void refreshTicket(client, ticket.id);
    },
  });
}
