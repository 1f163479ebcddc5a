import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

/** The first in the team's line that one can take becomes one's own. */
export function useTakeNext(team: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (): Promise<Ticket> =>
      api.post("/api/teams/{team_id}/take-next", { path: { team_id: team } }),
    onSettled: () => client.invalidateQueries({ queryKey: ["tickets"] }),
  });
}
