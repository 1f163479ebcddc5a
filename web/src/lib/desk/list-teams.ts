import { queryOptions, useQuery } from "@tanstack/react-query";

import type { Team } from "@/api/types";
import { api } from "@/lib/api-client";

export const teamsQuery = () =>
  queryOptions({
    queryKey: ["teams"],
    queryFn: async () => (await api.get("/api/teams")).items,
    staleTime: 10 * 60_000,
  });

/** Those that can be chosen: who retired is known by name alone, and stays where it is `held`. */
export const choosable = (teams: readonly Team[], ...held: readonly (string | null | undefined)[]): Team[] =>
  teams.filter(({ id, retired }) => !retired || held.includes(id));

/** All there ever were, by which they are named. */
export const useTeams = () => useQuery(teamsQuery());
