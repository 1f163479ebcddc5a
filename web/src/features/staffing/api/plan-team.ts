import type { TeamPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

import { rosterKey } from "./get-roster";

export const usePlanTeam = (id: string) =>
  useSave(
    rosterKey(id),
    (body: TeamPlan, ifMatch) => api.put("/api/teams/{team_id}", { path: { team_id: id }, body, ifMatch }),
    [["teams"]],
  );
