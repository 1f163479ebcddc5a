import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { AbsencePlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { keepSaved } from "@/lib/save";

import { availabilityKey, availabilityQuery } from "./get-availability";

/** One absence more, over the plan as it is now. */
export function useNoteAbsence(person: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (absence: AbsencePlan) => {
      const { revision, ...plan } = await client.query({ ...availabilityQuery(person), staleTime: 0 });
      return api.put("/api/people/{person_id}/availability", {
        path: { person_id: person },
        body: { ...plan, absences: [...(plan.absences ?? []), absence] },
        ifMatch: revision,
      });
    },
    onSuccess: async (saved) => {
      await keepSaved(client, availabilityKey(person), saved);
      for (const queryKey of [["roster"], ["planner-check"]]) void client.invalidateQueries({ queryKey });
    },
  });
}
