/** What one has begun to write, as the service has it: asked for once, then kept by the live line. */
import { queryOptions, useQuery, type QueryClient } from "@tanstack/react-query";

import type { OwnDraft } from "@/api/types";
import { api } from "@/lib/api-client";

const draftsQuery = queryOptions({
  queryKey: ["drafts"],
  queryFn: async () => (await api.get("/api/me/drafts")).items,
  staleTime: Infinity,
});

export const useOwnDrafts = () => useQuery(draftsQuery);

export const refreshDrafts = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: draftsQuery.queryKey });

const BEGINNING = 120;

/** What the list says of one, without asking for it; null when there is none any more. */
export function keepLine(client: QueryClient, ticketId: string, kind: Kind, draft: OwnDraft | null): void {
  client.setQueryData(draftsQuery.queryKey, (lines) => {
    const others = lines?.filter((line) => line.ticket_id !== ticketId || line.kind !== kind);
    if (draft === null || others === undefined) return others;
    const beginning = draft.body.split(/\s+/).join(" ").trim().slice(0, BEGINNING);
    return [{ ticket_id: ticketId, kind, at: draft.at, beginning }, ...others];
  });
}

type Kind = OwnDraft["kind"];
const path = (ticket_id: string, kind: Kind) => ({ path: { ticket_id, kind } });

export const readKeptDraft = (ticketId: string, kind: Kind): Promise<OwnDraft> =>
  api.get("/api/tickets/{ticket_id}/drafts/{kind}", path(ticketId, kind));

export type DraftWish = Pick<OwnDraft, "body" | "html" | "attachments" | "since" | "at"> &
  Partial<Pick<OwnDraft, "subject" | "to" | "cc">>;

export const keepDraft = (ticketId: string, kind: Kind, body: DraftWish): Promise<OwnDraft> =>
  api.put("/api/tickets/{ticket_id}/drafts/{kind}", { ...path(ticketId, kind), body });

export const dropDraft = (ticketId: string, kind: Kind) =>
  api.delete("/api/tickets/{ticket_id}/drafts/{kind}", path(ticketId, kind));
