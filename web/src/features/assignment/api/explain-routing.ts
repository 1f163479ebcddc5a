import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

/** Under the ticket's own key: whatever makes the ticket stale makes this stale. */
export const routingQuery = (id: string) =>
  queryOptions({
    queryKey: ["ticket", id, "routing"],
    queryFn: () => api.get("/api/tickets/{ticket_id}/routing", { path: { ticket_id: id } }),
  });

export const useRouting = (id: string) => useQuery(routingQuery(id));
