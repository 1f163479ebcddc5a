import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { AssetPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { assetQuery } from "./get-asset";

interface Wish {
  plan: AssetPlan;
  revision: number;
}

export function useSaveAsset(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, revision }: Wish) =>
      api.put("/api/assets/{asset_id}", { path: { asset_id: id }, body: plan, ifMatch: revision }),
    onSuccess: (saved) => {
      client.setQueryData(assetQuery(id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["assets"] });
    },
    onError: (error) => {
      if (isProblem(error, 412, 409)) void client.invalidateQueries({ queryKey: assetQuery(id).queryKey });
    },
  });
}
