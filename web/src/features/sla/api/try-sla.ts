import { useQuery } from "@tanstack/react-query";

import type { SlaDryRun } from "@/api/settings-types";
import { ASKED_ANEW } from "@/components/settings/trial";
import { api } from "@/lib/api-client";

/** What settings would promise a ticket that is made now. */
export const useSlaDryRun = (run: SlaDryRun) =>
  useQuery({
    queryKey: ["settings", "sla", "try", run],
    queryFn: () => api.post("/api/settings/sla/dry-runs", { body: run }),
    ...ASKED_ANEW,
  });
