import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { AvailabilityPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { availabilityKey } from "./get-availability";

interface Wish {
  plan: AvailabilityPlan;
  revision: number;
}

export function usePlanAvailability(person: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, revision }: Wish) =>
      api.put("/api/people/{person_id}/availability", {
        path: { person_id: person },
        body: plan,
        ifMatch: revision,
      }),
    onSuccess: (planned) => {
      client.setQueryData(availabilityKey(person), planned);
      void client.invalidateQueries({ queryKey: ["roster"] });
    },
    onError: (error) => {
      if (isProblem(error, 412, 409)) void client.invalidateQueries({ queryKey: availabilityKey(person) });
    },
  });
}
