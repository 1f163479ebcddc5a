import { useMutation } from "@tanstack/react-query";

import type { DryRun, IntakeRule } from "@/api/settings-types";
import { api } from "@/lib/api-client";

/** What rules would make of a text. Nothing is written. */
export const useDryRun = () =>
  useMutation({
    mutationFn: (run: DryRun) => api.post("/api/settings/routing/dry-runs", { body: run }),
  });

interface PastRun {
  rules: IntakeRule[];
  last: number;
}

/** What rules would have made of the last tickets, beside what became of them. */
export const usePastDryRun = () =>
  useMutation({
    mutationFn: (run: PastRun) => api.post("/api/settings/routing/dry-runs/past", { body: run }),
  });
