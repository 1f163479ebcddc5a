import { useQuery } from "@tanstack/react-query";

import type { DryRun, IntakeRule } from "@/api/settings-types";
import { ASKED_ANEW } from "@/components/settings/trial";
import { api } from "@/lib/api-client";

/** What rules would make of a text; null asks nothing. */
export const useDryRun = (run: DryRun | null) =>
  useQuery({
    queryKey: ["settings", "routing", "try", run],
    queryFn: () => api.post("/api/settings/routing/dry-runs", { body: run ?? { text: "" } }),
    enabled: run !== null,
    ...ASKED_ANEW,
  });

interface PastRun {
  rules: IntakeRule[];
  last: number;
}

/** What rules would have made of the last tickets, beside what became of them. */
export const usePastDryRun = (run: PastRun) =>
  useQuery({
    queryKey: ["settings", "routing", "try-past", run],
    queryFn: () => api.post("/api/settings/routing/dry-runs/past", { body: run }),
    ...ASKED_ANEW,
  });
