/** Tickets that were fetched for some page and are still held. */
import type { QueryClient } from "@tanstack/react-query";

import type { Card, InboxItem, Ticket } from "@/api/types";

import { inboxKeys } from "./inbox-news";

interface Pages<Item> {
  pages?: readonly { items: readonly Item[] }[];
}

type Loaded = Pick<Card, "id" | "subject">;

const itemsOf = <Item>(client: QueryClient, queryKey: readonly unknown[]): Item[] =>
  client
    .getQueriesData<Pages<Item>>({ queryKey })
    .flatMap(([, data]) => data?.pages?.flatMap(({ items }) => items) ?? []);

/** Each once. */
export function loadedTickets(client: QueryClient): Loaded[] {
  const opened = client
    .getQueriesData<Ticket>({ queryKey: ["ticket"] })
    .flatMap(([, ticket]) => ticket ?? []);
  const inInbox = itemsOf<InboxItem>(client, inboxKeys.items).map(({ ticket }) => ticket);
  const all: Loaded[] = [...opened, ...inInbox, ...itemsOf<Card>(client, ["tickets"])];
  return [...new Map(all.map(({ id, subject }) => [id, { id, subject }])).values()];
}
