import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { LevelNote, LevelNoteDraft, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { keyFor, type SentKey } from "@/lib/idempotency";

import { refreshTicket } from "./get-ticket";
import { levelNotesKey } from "./list-notes";

/** Keep an answer for the next ticket of its kind; it is told in the ticket, too. */
export function useKeepNote(ticket: Ticket) {
  const client = useQueryClient();
  const lastKey = useRef<SentKey | null>(null);
  return useMutation({
    mutationFn: (note: LevelNoteDraft): Promise<LevelNote> => {
      const sent = (lastKey.current = keyFor(note, lastKey.current));
      return api.post("/api/tickets/{ticket_id}/level-notes", {
        path: { ticket_id: ticket.id },
        body: note,
        idempotencyKey: sent.key,
      });
    },
    onSuccess: () => {
      void refreshTicket(client, ticket.id);
      void client.invalidateQueries({ queryKey: levelNotesKey });
    },
  });
}
