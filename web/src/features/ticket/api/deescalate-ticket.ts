import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { Level, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { keyFor, type SentKey } from "@/lib/idempotency";

import { keepAnswer } from "./get-ticket";
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
  const lastKey = useRef<SentKey | null>(null);
  return useMutation({
    mutationFn: (deescalation: Deescalation): Promise<Ticket> => {
      const sent = (lastKey.current = keyFor(deescalation, lastKey.current));
      return api.post("/api/tickets/{ticket_id}/de-escalations", {
        path: { ticket_id: ticket.id },
        body: deescalation,
        idempotencyKey: sent.key,
      });
    },
    onSuccess: (answer, { note }) => {
      keepAnswer(client, answer);
      if (note !== null) void client.invalidateQueries({ queryKey: levelNotesKey });
    },
  });
}
