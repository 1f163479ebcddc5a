import { useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

const STEP_MS = 1_500;

/** How far open tickets follow the settings; asked again until they all do. */
export const useProgress = () =>
  useQuery({
    queryKey: ["settings", "sla-progress"],
    queryFn: () => api.get("/api/settings/sla/progress"),
    refetchInterval: ({ state }) => (state.data?.finished === false ? STEP_MS : false),
  });
