import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import type { View, ViewPlan } from "@/api/types";
import { api } from "@/lib/api-client";
import { ANSWERS } from "@/lib/desk/view-groups";
import type { Order } from "@/lib/desk/orders";
import { inPages } from "@/lib/pages";
import { isProblem } from "@/lib/problem";

const PAGE = 50;

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: async () => (await api.get("/api/views")).items,
  staleTime: 5 * 60_000,
});

export const useViews = () => useQuery(viewsQuery);

/** Where nobody tells of what changed. */
const COUNTED_MS = 30_000;

export const useViewCounts = () =>
  useQuery({
    queryKey: [ANSWERS, "counts"],
    queryFn: async () => (await api.get("/api/views/counts")).counts,
    refetchInterval: COUNTED_MS,
  });

export interface Narrowed {
  q?: string;
  order?: Order;
}

export const useViewTickets = (
  id: string,
  narrowed: Narrowed,
  refetchInterval: number | false,
  enabled = true,
) =>
  useInfiniteQuery({
    ...inPages([ANSWERS, id, narrowed], (place) =>
      api.get("/api/views/{view_id}/tickets", {
        path: { view_id: id },
        query: { ...narrowed, limit: PAGE, ...place },
      }),
    ),
    refetchInterval,
    enabled,
    placeholderData: keepPreviousData,
  });

export interface Kept {
  id: string;
  plan: ViewPlan;
  /** 0 of one that there is not yet. */
  revision: number;
}

const put = ({ id, plan, revision }: Kept): Promise<View> =>
  api.put("/api/views/{view_id}", { path: { view_id: id }, body: plan, ifMatch: revision });

const drop = ({ id, revision }: View) =>
  api.delete("/api/views/{view_id}", { path: { view_id: id }, ifMatch: revision });

/** Saving and taking away; what others did meanwhile is read anew. */
export function useChangeViews() {
  const client = useQueryClient();
  const onError = (error: unknown) => {
    if (isProblem(error, 404, 412)) void client.invalidateQueries(viewsQuery);
  };
  /** What is asked of one that was taken away is not asked again: its page may stand until the next one is there. */
  const stale = (gone?: string) =>
    void client.invalidateQueries({ queryKey: [ANSWERS], predicate: ({ queryKey }) => queryKey[1] !== gone });
  const save = useMutation({
    mutationFn: put,
    onError,
    onSuccess: (saved) => {
      client.setQueryData(viewsQuery.queryKey, (held = []) =>
        held.some(({ id }) => id === saved.id)
          ? held.map((one) => (one.id === saved.id ? saved : one))
          : [...held, saved],
      );
      stale();
    },
  });
  const remove = useMutation({
    mutationFn: drop,
    onError,
    onSuccess: ({ items }, { id }) => {
      client.setQueryData(viewsQuery.queryKey, items);
      stale(id);
    },
  });
  return { save, remove };
}

export const planOf = ({
  name,
  sharing,
  team,
  question,
  order,
  columns,
  density,
  grouping,
}: View): ViewPlan => ({
  ...{ name, sharing, team, question, order, columns, density, grouping },
});
