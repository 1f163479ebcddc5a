import { queryOptions, useQuery } from "@tanstack/react-query";

import type { Asset } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { orBlank } from "@/lib/or-blank";

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
    queryFn: () => orBlank(api.get("/api/assets/{asset_id}", { path: { asset_id: id } }), blank(id)),
  });

export const useAsset = (id: string) => useQuery(assetQuery(id));
