import { useQueries } from "@tanstack/react-query";

import type { Card } from "@/api/types";
import { api } from "@/lib/api-client";

const MOST = 20;

/** Chats that nobody has answered yet, of one's own teams, the longest wait first. */
export function useWaitingChats(teams: readonly string[], refetchInterval: number | false): readonly Card[] {
  return useQueries({
    queries: teams.map((team) => ({
      queryKey: ["waiting-chats", team],
      queryFn: () => api.get("/api/tickets", { query: { team, channel: "chat", phase: "new", limit: MOST } }),
      refetchInterval,
    })),
    combine: (found) =>
      found
        .flatMap(({ data }) => data?.items ?? [])
        .sort((one, other) => one.created_at.localeCompare(other.created_at)),
  });
}
