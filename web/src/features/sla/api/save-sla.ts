import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { SlaDocument } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { slaQuery } from "@/lib/desk/get-sla";
import { isProblem } from "@/lib/problem";

interface Wish {
  document: SlaDocument;
  revision: number;
}

export function useSaveSla() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ document, revision }: Wish) =>
      api.put("/api/settings/sla", { body: document, ifMatch: revision }),
    onSuccess: (settings) => {
      client.setQueryData(slaQuery().queryKey, settings);
      void client.invalidateQueries({ queryKey: ["settings", "sla-progress"] });
    },
    onError: (error) => {
      if (isProblem(error, 412, 409)) void client.invalidateQueries({ queryKey: slaQuery().queryKey });
    },
  });
}
