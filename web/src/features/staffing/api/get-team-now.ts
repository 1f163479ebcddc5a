import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

/** Who came or went is not told to browsers. */
const LOOK_AGAIN_MS = 15_000;

/** Whatever makes a roster stale makes this stale too; no team has such a name. */
export const teamNowQuery = () =>
  queryOptions({
    queryKey: ["roster", { ofAll: true }],
    queryFn: () => api.get("/api/team-now"),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const useTeamNow = () => useQuery(teamNowQuery());
