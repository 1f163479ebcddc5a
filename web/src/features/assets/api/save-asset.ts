import type { AssetPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

import { assetQuery } from "./get-asset";

export const useSaveAsset = (id: string) =>
  useSave(
    assetQuery(id).queryKey,
    (body: AssetPlan, ifMatch) =>
      api.put("/api/assets/{asset_id}", { path: { asset_id: id }, body, ifMatch }),
    [["assets"]],
  );
