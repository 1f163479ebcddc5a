import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

import type { Briefing, BriefingPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";

export const briefingsQuery = queryOptions({
  queryKey: ["briefings"],
  queryFn: async () => (await api.get("/api/briefings")).items,
});

export interface Kept {
  /** None of one that there is not yet. */
  held: Briefing | undefined;
  plan: BriefingPlan;
}

const put = ({ held, plan }: Kept): Promise<Briefing> =>
  held === undefined
    ? api.post("/api/briefings", { body: plan })
    : api.put("/api/briefings/{briefing_id}", {
        path: { briefing_id: held.id },
        body: plan,
        ifMatch: held.revision,
      });

const drop = ({ id, revision }: Briefing) =>
  api.delete("/api/briefings/{briefing_id}", { path: { briefing_id: id }, ifMatch: revision });

/** It comes by mail within a minute or so. */
export const tryBriefing = ({ id }: Briefing) =>
  api.post("/api/briefings/{briefing_id}/tries", { path: { briefing_id: id } });

/** Saving and ending; what was done elsewhere meanwhile is read anew. */
export function useChangeBriefings() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries(briefingsQuery);
  return {
    save: useMutation({ mutationFn: put, onSettled: again }),
    end: useMutation({ mutationFn: drop, onSettled: again }),
  };
}
