/** How far one has read: asked for once, then kept by the live line and by what one looks at here. */
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";

import type { Card, OwnMark } from "@/api/types";
import { api } from "@/lib/api-client";

export interface OwnMarks {
  byTicket: Readonly<Record<string, OwnMark>>;
  /** Others hold something new if they changed later. */
  since: string;
}

const marksQuery = queryOptions({
  queryKey: ["seen"],
  queryFn: async (): Promise<OwnMarks> => {
    const { items, since } = await api.get("/api/me/seen");
    return { byTicket: Object.fromEntries(items.map((mark) => [mark.ticket_id, mark])), since };
  },
  staleTime: Infinity,
});

export const useOwnMarks = () => useQuery(marksQuery);

export const keepMark = (client: QueryClient, { ticket_id, revision, at }: OwnMark): void => {
  client.setQueryData(
    marksQuery.queryKey,
    (marks) =>
      marks && { ...marks, byTicket: { ...marks.byTicket, [ticket_id]: { ticket_id, revision, at } } },
  );
};

export function usePutMark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ticket_id, ...mark }: OwnMark) =>
      api.put("/api/me/seen/{ticket_id}", { path: { ticket_id }, body: mark }),
    onMutate: (mark) => {
      keepMark(client, mark);
    },
    onError: () => client.invalidateQueries({ queryKey: marksQuery.queryKey }),
  });
}

/** Whether there is something one has not seen; not before that is known. */
export function holdsNews(marks: OwnMarks | undefined, card: Pick<Card, "id" | "revision" | "updated_at">) {
  if (marks === undefined) return false;
  const mark = marks.byTicket[card.id];
  if (mark === undefined) return Date.parse(card.updated_at) > Date.parse(marks.since);
  return card.revision > mark.revision;
}
