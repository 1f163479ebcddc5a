import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Card, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { keepAnswer } from "@/lib/desk/get-ticket";

interface Gift {
  card: Pick<Card, "id" | "revision">;
  to: string;
}

/** Somebody else goes on with a ticket as it was seen; cards that were written long ago do not say as what. */
export function useGiveTicket() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ card, to }: Gift): Promise<Ticket> =>
      api.patch("/api/tickets/{ticket_id}", {
        path: { ticket_id: card.id },
        body: { assignee: to },
        ...(card.revision > 0 && { ifMatch: card.revision }),
      }),
    onSuccess: (ticket) => {
      keepAnswer(client, ticket);
    },
    onError: () => client.invalidateQueries({ queryKey: ["tickets"] }),
    onSettled: () => client.invalidateQueries({ queryKey: ["roster"] }),
  });
}
