import { useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

const MOST = 50;

/** How many tickets somebody has, as words: of many, that there are more. */
export function useTicketCount(id: string): string {
  const { data } = useQuery({
    queryKey: ["tickets", "count", id],
    queryFn: () => api.get("/api/tickets", { query: { requester: id, limit: MOST } }),
  });
  if (data === undefined) return "…";
  return `${String(data.items.length)}${data.cursor === null ? "" : "+"}`;
}
