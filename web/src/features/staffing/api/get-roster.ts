import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

/** Who came or went is not told to browsers; what they hold is, by the team's live topic. */
const LOOK_AGAIN_MS = 30_000;

export const rosterKey = (team: string) => ["roster", team] as const;

export const rosterQuery = (team: string) =>
  queryOptions({
    queryKey: rosterKey(team),
    queryFn: () => api.get("/api/teams/{team_id}/roster", { path: { team_id: team } }),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const useRoster = (team: string) => useQuery(rosterQuery(team));
