import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const teamQuery = (id: string) =>
  queryOptions({
    queryKey: ["teams", id],
    queryFn: () => api.get("/api/teams/{team_id}", { path: { team_id: id } }),
    staleTime: 5 * 60_000,
  });

export const useTeam = (id: string) => useQuery(teamQuery(id));
