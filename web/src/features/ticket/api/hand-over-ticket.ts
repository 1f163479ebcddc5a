import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { HandOver, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { keyFor, type SentKey } from "@/lib/idempotency";

import { keepAnswer } from "./get-ticket";

export function useHandOverTicket(ticket: Ticket) {
  const client = useQueryClient();
  const lastKey = useRef<SentKey | null>(null);
  return useMutation({
    mutationFn: (handOver: HandOver): Promise<Ticket> => {
      const sent = (lastKey.current = keyFor(handOver, lastKey.current));
      return api.post("/api/tickets/{ticket_id}/hand-overs", {
        path: { ticket_id: ticket.id },
        body: handOver,
        idempotencyKey: sent.key,
      });
    },
    onSuccess: (answer) => {
      keepAnswer(client, answer);
    },
  });
}
