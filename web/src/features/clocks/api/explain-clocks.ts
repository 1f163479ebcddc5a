import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const clocksQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ["ticket-clocks", id, revision],
    queryFn: async () =>
      (await api.get("/api/tickets/{ticket_id}/clocks", { path: { ticket_id: id } })).items,
  });

export const useExplainedClocks = (id: string, revision: number) => useQuery(clocksQuery(id, revision));
