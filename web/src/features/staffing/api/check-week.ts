import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const weekCheckQuery = (monday: string) =>
  queryOptions({
    queryKey: ["planner-check", monday],
    queryFn: () => api.get("/api/planner-check", { query: { monday } }),
  });

export const useWeekCheck = (monday: string) => useQuery(weekCheckQuery(monday));
