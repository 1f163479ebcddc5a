import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { Ticket } from "@/api/types";
import { keyFor, type SentKey } from "@/lib/idempotency";
import { isProblem } from "@/lib/problem";

import { keepAnswer, refreshTicket } from "./get-ticket";

/**
 * Something done to a ticket. Until it is done, the same words sent again carry the same key, so that a lost answer does
 * not make it happen twice. When the ticket is no longer as it was seen, the newer state is fetched.
 */
export function useActOnTicket<Act>(
  ticket: Ticket,
  send: (act: Act, idempotencyKey: string) => Promise<Ticket>,
) {
  const client = useQueryClient();
  const last = useRef<SentKey | null>(null);
  return useMutation({
    mutationFn: (act: Act) => {
      last.current = keyFor(act, last.current);
      return send(act, last.current.key);
    },
    onSuccess: (answer) => {
      last.current = null;
      keepAnswer(client, answer);
    },
    onError: (error) => {
      if (isProblem(error, 409, 412)) void refreshTicket(client, ticket.id);
    },
  });
}
