/** What colleagues have begun to write on a ticket and not sent. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { ColleaguesDraft } from "@/api/types";
import { api } from "@/lib/api-client";

import { refreshDrafts } from "./drafts";

const keyOf = (ticketId: string) => ["colleagues-drafts", ticketId] as const;

/** Asked for again when `since` is another: what happened to the ticket, and who is there. */
export const useColleaguesDrafts = (ticketId: string, since: string) =>
  useQuery({
    queryKey: [...keyOf(ticketId), since],
    queryFn: async () =>
      (await api.get("/api/tickets/{ticket_id}/drafts", { path: { ticket_id: ticketId } })).items,
    placeholderData: keepPreviousData,
  });

/** It is one's own from then on, behind what one has begun oneself. */
export function useTakeOverDraft(ticketId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, writer }: Pick<ColleaguesDraft, "kind" | "writer">) =>
      api.post("/api/tickets/{ticket_id}/drafts/{kind}/{person_id}/take-over", {
        path: { ticket_id: ticketId, kind, person_id: writer.id },
      }),
    onSettled: () =>
      Promise.all([refreshDrafts(client), client.invalidateQueries({ queryKey: keyOf(ticketId) })]),
  });
}
