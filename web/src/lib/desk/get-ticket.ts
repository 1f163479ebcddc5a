import { queryOptions, useQuery, type QueryClient } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { readAgain, withChange, withOlder } from "@/lib/timeline";

const ticketKey = (id: string) => ["ticket", id] as const;

const getTicket = (id: string, before?: string) =>
  api.get("/api/tickets/{ticket_id}", {
    path: { ticket_id: id },
    query: before === undefined ? {} : { before },
  });

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKey(id),
    queryFn: ({ client, queryKey }) => readAgain(client, queryKey, () => getTicket(id)),
  });

export const useTicket = (id: string, refetchInterval: number | false) =>
  useQuery({ ...ticketQuery(id), refetchInterval });

/** Take over what a change answered; lists that show the ticket are fetched again. A ticket without room answers with
 * the one in which it goes on.
 */
export function keepAnswer(client: QueryClient, answer: Ticket, asked = answer.id): void {
  client.setQueryData<Ticket>(ticketKey(answer.id), (before) => withChange(before, answer));
  if (asked !== answer.id) void refreshTicket(client, asked);
  void client.invalidateQueries({ queryKey: ["tickets"] });
}

export const refreshTicket = (client: QueryClient, id: string) =>
  client.invalidateQueries({ queryKey: ticketKey(id) });

export async function loadEarlier(client: QueryClient, ticket: Ticket): Promise<void> {
  if (ticket.earlier === null) return;
  const older = await getTicket(ticket.id, ticket.earlier);
  client.setQueryData<Ticket>(ticketKey(ticket.id), (before) => (before ? withOlder(before, older) : older));
}
