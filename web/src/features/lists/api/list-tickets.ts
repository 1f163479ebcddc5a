import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
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

export const useQueue = (scope: QueueScope, filter: QueueFilter, refetchInterval: number | false) =>
  useInfiniteQuery({ ...queueQuery(scope, filter), refetchInterval, placeholderData: (before) => before });

/** How many wait there, as far as one page tells, and whether a promise to one of them was missed; null while unknown. */
export function useQueueCount(
  scope: QueueScope,
  refetchInterval: number | false,
): { count: number; more: boolean; missed: boolean } | null {
  const { data } = useInfiniteQuery({ ...queueQuery(scope), refetchInterval });
  if (data === undefined) return null;
  return {
    count: data.pages.reduce((sum, page) => sum + page.items.length, 0),
    more: data.pages.at(-1)?.cursor != null,
    missed: data.pages.some(({ items }) => items.some(({ breached }) => breached.length > 0)),
  };
}
