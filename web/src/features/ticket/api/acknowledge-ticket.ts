import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

import { keepAnswer } from "./get-ticket";

/** One answer per page: however often it is pressed, the same key says that it is the same. */
export function useAcknowledgeTicket(ticket: Ticket) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (): Promise<Ticket> =>
      api.post("/api/tickets/{ticket_id}/acknowledgements", {
        path: { ticket_id: ticket.id },
        body: {},
        idempotencyKey: key.current,
      }),
    onSuccess: (answer) => {
      key.current = crypto.randomUUID();
      keepAnswer(client, answer);
    },
  });
}
