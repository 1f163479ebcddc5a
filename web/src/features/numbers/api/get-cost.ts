import { useQuery } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

/** Asked for by who wants to know; anew when the ticket has changed. */
export function useCost({ id, revision }: Ticket, enabled: boolean) {
  return useQuery({
    queryKey: ["ticket", id, "cost", revision],
    queryFn: () => api.get("/api/tickets/{ticket_id}/cost", { path: { ticket_id: id } }),
    enabled,
    staleTime: 0,
  });
}
