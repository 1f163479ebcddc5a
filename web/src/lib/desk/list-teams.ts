import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const teamsQuery = () =>
  queryOptions({
    queryKey: ["teams"],
    queryFn: async () => (await api.get("/api/teams")).items,
    staleTime: 10 * 60_000,
  });

export const useTeams = () => useQuery(teamsQuery());
