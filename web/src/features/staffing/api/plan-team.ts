import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { TeamPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { rosterKey } from "./get-roster";

interface Wish {
  plan: TeamPlan;
  revision: number;
}

/** Save a team as it was planned from a revision; when that is old, the newer one is fetched. */
export function usePlanTeam(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, revision }: Wish) =>
      api.put("/api/teams/{team_id}", { path: { team_id: id }, body: plan, ifMatch: revision }),
    onSuccess: (roster) => {
      client.setQueryData(rosterKey(id), roster);
      void client.invalidateQueries({ queryKey: ["teams"] });
    },
    onError: (error) => {
      if (isProblem(error, 412, 409)) void client.invalidateQueries({ queryKey: rosterKey(id) });
    },
  });
}
