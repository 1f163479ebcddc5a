import { useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

/** Under the ticket's own key: another team, or another mailbox, signs otherwise. */
export const useSignature = (id: string) =>
  useQuery({
    queryKey: ["ticket", id, "signature"],
    queryFn: () => api.get("/api/tickets/{ticket_id}/signature", { path: { ticket_id: id } }),
  });
