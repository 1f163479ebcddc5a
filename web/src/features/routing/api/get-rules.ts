import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const rulesQuery = () =>
  queryOptions({ queryKey: ["settings", "routing"], queryFn: () => api.get("/api/settings/routing") });

export const useRules = () => useQuery(rulesQuery());
