import { useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

const FEW = 3;

/** What somebody waits for: a call may be about it. */
export const useOpenTicketsOf = (requester: string) =>
  useQuery({
    queryKey: ["tickets", "open", requester],
    queryFn: async () =>
      (await api.get("/api/tickets", { query: { requester, needs_work: true, limit: FEW } })).items,
  }).data ?? [];
