import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

const FEW = 6;

export const ticketsOfQuery = (requesterId: string) =>
  queryOptions({
    queryKey: ["tickets", "of", requesterId],
    queryFn: async () =>
      (await api.get("/api/tickets", { query: { requester: requesterId, limit: FEW } })).items,
  });

export const useTicketsOf = (requesterId: string) => useQuery(ticketsOfQuery(requesterId));
