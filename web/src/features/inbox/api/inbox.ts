import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from "@tanstack/react-query";
import { useRef } from "react";

import type { InboxItem, InboxMove, InboxPage } from "@/api/types";
import { api } from "@/lib/api-client";
import { inboxKeys, refreshInbox } from "@/lib/desk/inbox-news";
import { inPages } from "@/lib/pages";

const PAGE = 50;

const inboxQuery = () =>
  inPages(inboxKeys.items, (place) => api.get("/api/me/inbox", { query: { limit: PAGE, ...place } }));

export const useInbox = (refetchInterval: number | false) =>
  useInfiniteQuery({ ...inboxQuery(), refetchInterval });

/** How many tickets stand in it; the live line says when that changes. */
export const useInboxCount = (refetchInterval: number | false): number =>
  useQuery({
    queryKey: inboxKeys.count,
    queryFn: () => api.get("/api/me/inbox/count"),
    refetchInterval,
  }).data?.count ?? 0;

export interface Moved {
  item: InboxItem;
  to: InboxMove;
  /** What stood below it, where it comes back to; null when nothing did. */
  above: string | null;
}

type Pages = InfiniteData<InboxPage, string | null>;

/** In front of the one it stood above, or at the end. */
export function putBack<T>(items: readonly T[], item: T, isBelow: (one: T) => boolean): T[] {
  const at = items.findIndex(isBelow);
  return at < 0 ? [...items, item] : [...items.slice(0, at), item, ...items.slice(at)];
}

function moved({ pages, ...more }: Pages, { item, to, above }: Moved): Pages {
  const { id } = item.ticket;
  const rest = pages.map((page) => ({ ...page, items: page.items.filter(({ ticket }) => ticket.id !== id) }));
  if (to.place !== "open") return { pages: rest, ...more };
  const isBelow = ({ ticket }: InboxItem) => ticket.id === above;
  const found = rest.findIndex(({ items }) => items.some(isBelow));
  const home = found < 0 ? rest.length - 1 : found;
  return {
    pages: rest.map((page, at) =>
      at === home ? { ...page, items: putBack(page.items, item, isBelow) } : page,
    ),
    ...more,
  };
}

/** Done, later or back: shown at once, and as it was when the service refuses. */
export function useMoveInInbox(onRefused: (error: Error, move: Moved) => void) {
  const client = useQueryClient();
  /** What tickets became by one's own moves, before the list is read again. */
  const own = useRef(new Map<string, number>());
  const show = (move: Moved) => {
    client.setQueryData<Pages>(inboxKeys.items, (held) => held && moved(held, move));
  };
  return useMutation({
    mutationKey: inboxKeys.moving,
    // The next is of what the one before left.
    scope: { id: "inbox" },
    mutationFn: async ({ item, to }: Moved) => {
      const { id } = item.ticket;
      const seen = Math.max(item.revision, own.current.get(id) ?? 0);
      const { count, revision } = await api.put("/api/me/inbox/{ticket_id}", {
        path: { ticket_id: id },
        body: to,
        // What comes back was seen as it was before it was put away.
        ...(to.place !== "open" && { ifMatch: seen }),
      });
      // Where more came in between, that is not seen yet.
      if (revision <= seen + 1) own.current.set(id, revision);
      return { count };
    },
    onMutate: async (move) => {
      show(move);
      await client.cancelQueries({ queryKey: inboxKeys.items });
    },
    onSuccess: async (count) => {
      await client.cancelQueries({ queryKey: inboxKeys.count });
      client.setQueryData(inboxKeys.count, count);
    },
    onError: (error, move) => {
      show({ ...move, to: { place: move.to.place === "open" ? "done" : "open" } });
      onRefused(error, move);
    },
    onSettled: () => {
      refreshInbox(client, 1);
    },
  });
}
