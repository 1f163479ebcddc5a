import { useQuery } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { useFallbackPolling } from "@/lib/live-context";
import { productNow } from "@/lib/product-clock";

const LOOK_MS = 5_000;

/** Mail is sent, and arrives, some time after what it tells; of that alone the live line says nothing. */
export const SETTLES_MS = 60_000;

/** Asked for by who wants to know, when something happens to the ticket, and for a while after that. */
export function useSentMails({ id, updated_at }: Ticket, enabled: boolean) {
  const polling = useFallbackPolling();
  return useQuery({
    queryKey: ["ticket", id, "mails"],
    queryFn: async () => (await api.get("/api/tickets/{ticket_id}/mails", { path: { ticket_id: id } })).items,
    enabled,
    staleTime: 0,
    refetchInterval: () => (productNow() - Date.parse(updated_at) < SETTLES_MS ? LOOK_MS : polling),
  });
}
