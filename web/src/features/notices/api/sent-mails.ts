import { keepPreviousData, useQuery } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

/** Asked for by who wants to know, and again when something happens to the ticket. */
export const useSentMails = ({ id, revision }: Ticket, enabled: boolean) =>
  useQuery({
    queryKey: ["sent-mails", id, revision],
    queryFn: async () => (await api.get("/api/tickets/{ticket_id}/mails", { path: { ticket_id: id } })).items,
    enabled,
    staleTime: 0,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? keepPreviousData(before) : undefined),
  });
