import { queryOptions, useQuery } from "@tanstack/react-query";

import type { Asset } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

/** One that is not there yet: saving it makes it. */
const blank = (id: string): Asset => ({
  id,
  name: "",
  type: "",
  tag: "",
  organization: null,
  impact: null,
  notes: "",
  retired: false,
  revision: 0,
});

export const assetQuery = (id: string) =>
  queryOptions({
    queryKey: ["assets", "one", id],
    queryFn: () =>
      api.get("/api/assets/{asset_id}", { path: { asset_id: id } }).catch((error: unknown) => {
        if (isProblem(error, 404)) return blank(id);
        throw error;
      }),
  });

export const useAsset = (id: string) => useQuery(assetQuery(id));
