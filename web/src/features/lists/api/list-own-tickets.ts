import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

const listOwnTickets = (cursor: string | null) =>
  api.get("/api/tickets", { query: { requester: "me", ...(cursor === null ? {} : { cursor }) } });

export const ownTicketsQuery = () =>
  infiniteQueryOptions({
    queryKey: ["own-tickets"],
    queryFn: ({ pageParam }) => listOwnTickets(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  });

export const useOwnTickets = () => useInfiniteQuery(ownTicketsQuery());
