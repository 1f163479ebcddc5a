import type { AvailabilityPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

import { availabilityKey } from "./get-availability";

export const usePlanAvailability = (person: string) =>
  useSave(
    availabilityKey(person),
    (body: AvailabilityPlan, ifMatch) =>
      api.put("/api/people/{person_id}/availability", { path: { person_id: person }, body, ifMatch }),
    [["roster"]],
  );
