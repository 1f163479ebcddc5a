import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { keepSaved } from "@/lib/save";

import { rosterKey } from "./get-roster";

interface Wish {
  retired: boolean;
  successor?: string | null;
}

export function useRetireTeam(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wish) => api.put("/api/teams/{team_id}/retirement", { path: { team_id: id }, body }),
    onSuccess: async (roster) => {
      await keepSaved(client, rosterKey(id), roster);
      void client.invalidateQueries({ queryKey: ["teams"] });
    },
  });
}
