import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Presence, Status } from "@/api/types";
import { api } from "@/lib/api-client";
import { keepSaved } from "@/lib/save";

const REFRESH_MS = 60_000;

export const myStatusQuery = () =>
  queryOptions({ queryKey: ["me", "status"], queryFn: () => api.get("/api/me/status") });

export const useMyStatus = () => useQuery({ ...myStatusQuery(), refetchInterval: REFRESH_MS });

export function useSetMyStatus() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (status: Status): Promise<Presence> => api.put("/api/me/status", { body: { status } }),
    onSuccess: async (presence) => {
      await keepSaved(client, myStatusQuery().queryKey, presence);
    },
  });
}
