import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

const MOST = 100;

export const organizationsQuery = () =>
  queryOptions({
    queryKey: ["organizations"],
    queryFn: async () => (await api.get("/api/organizations", { query: { limit: MOST } })).items,
    staleTime: 10 * 60_000,
  });

export const useOrganizations = () => useQuery(organizationsQuery());
