import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { IntakeRule } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { rulesQuery } from "./get-rules";

interface Wish {
  rules: IntakeRule[];
  revision: number;
}

export function useSaveRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rules, revision }: Wish) =>
      api.put("/api/settings/routing", { body: { rules }, ifMatch: revision }),
    onSuccess: (settings) => {
      client.setQueryData(rulesQuery().queryKey, settings);
    },
    onError: (error) => {
      if (isProblem(error, 412, 409)) void client.invalidateQueries({ queryKey: rulesQuery().queryKey });
    },
  });
}
