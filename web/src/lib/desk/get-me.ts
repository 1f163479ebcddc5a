import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const meQuery = () =>
  queryOptions({ queryKey: ["me"], queryFn: () => api.get("/api/me"), staleTime: 10 * 60_000 });

export const useMe = (enabled = true) => useQuery({ ...meQuery(), enabled });
