import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const slaQuery = () =>
  queryOptions({ queryKey: ["settings", "sla"], queryFn: () => api.get("/api/settings/sla") });

export const useSlaSettings = () => useQuery(slaQuery());
