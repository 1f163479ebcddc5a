import { keepPreviousData, useQuery } from "@tanstack/react-query";

import type { View } from "@/api/types";
import { api } from "@/lib/api-client";

/** What views have: it is asked for anew some seconds after tickets changed, as the index follows them. */
export const ANSWERS = "view-answers";

export type Grouping = NonNullable<View["grouping"]>;

/** What a view is divided into, with how many tickets each part has; nothing is asked where it is not. */
export const useViewGroups = (
  id: string,
  grouping: Grouping | undefined,
  q: string,
  refetchInterval: number | false,
) =>
  useQuery({
    queryKey: [ANSWERS, id, "groups", grouping, q],
    queryFn: async () => {
      const query = { grouping: grouping ?? "state", ...(q !== "" && { q }) };
      return (await api.get("/api/views/{view_id}/groups", { path: { view_id: id }, query })).items;
    },
    enabled: grouping !== undefined,
    refetchInterval,
    placeholderData: keepPreviousData,
  });
