import { useInfiniteQuery } from "@tanstack/react-query";

import type { Card, TicketPage } from "@/api/types";
import { api } from "@/lib/api-client";
import type { Order } from "@/lib/desk/orders";
import { inPages } from "@/lib/pages";
import { productNow } from "@/lib/product-clock";

import { askedBy, type QueueFilter } from "../filter";

/** Whose tickets, as the API has it: a team's, one's own, or nobody's. */
export interface QueueScope {
  team?: string;
  assignee?: "me" | "none";
}

export const PAGE = 50;

export const queueQuery = (scope: QueueScope, filter: QueueFilter = {}) =>
  inPages(["tickets", scope, filter], (place) =>
    api.get("/api/tickets", {
      query: { ...askedBy(filter, productNow()), ...scope, limit: PAGE, ...place },
    }),
  );

/** In another order: the service keeps queues by deadline, and its index, which follows within seconds, in others. */
const orderedQuery = (question: string, order: Order) =>
  inPages(["view-answers", "queue", question, order], async (place): Promise<TicketPage> => {
    const asked = { q: question, sort: order, limit: PAGE, ...place };
    const { items, cursor } = await api.get("/api/search", { query: asked });
    return { items: items.flatMap(({ ticket }) => ticket ?? []), cursor, looked_at: 0 };
  });

export interface Queue {
  scope: QueueScope;
  filter: QueueFilter;
  order: Order;
  /** The same, as a search. */
  question: string;
}

export const useQueue = ({ scope, filter, order, question }: Queue, refetchInterval: number | false) =>
  useInfiniteQuery({
    ...(order === "due" ? queueQuery(scope, filter) : orderedQuery(question, order)),
    refetchInterval,
    placeholderData: (before) => before,
  });

/** How many wait there, as far as one page tells, and whether a promise to one of them was missed; null while unknown. */
export function useQueueCount(
  scope: QueueScope,
  refetchInterval: number | false,
  only: (card: Card) => boolean = () => true,
): { count: number; more: boolean; missed: boolean } | null {
  const { data } = useInfiniteQuery({ ...queueQuery(scope), refetchInterval });
  if (data === undefined) return null;
  const counted = data.pages.flatMap(({ items }) => items).filter(only);
  return {
    count: counted.length,
    more: data.pages.at(-1)?.cursor != null,
    missed: counted.some(({ breached }) => breached.length > 0),
  };
}
