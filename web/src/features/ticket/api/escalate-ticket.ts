import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { Level, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { keyFor, type SentKey } from "@/lib/idempotency";

import { keepAnswer } from "./get-ticket";

export interface Escalation {
  level: Level;
  reason: string;
  tried: string;
}

export function useEscalateTicket(ticket: Ticket) {
  const client = useQueryClient();
  const lastKey = useRef<SentKey | null>(null);
  return useMutation({
    mutationFn: (escalation: Escalation): Promise<Ticket> => {
      const sent = (lastKey.current = keyFor(escalation, lastKey.current));
      return api.post("/api/tickets/{ticket_id}/escalations", {
        path: { ticket_id: ticket.id },
        body: escalation,
        idempotencyKey: sent.key,
      });
    },
    onSuccess: (answer) => {
      keepAnswer(client, answer);
    },
  });
}
