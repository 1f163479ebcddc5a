/** Saving what others may save meanwhile. */
import { useMutation, useQueryClient, type QueryClient, type QueryKey } from "@tanstack/react-query";

import { isProblem } from "./problem";

/** Takes over what a change answered. A read that began before it would put back what was, so it is let go. */
export async function keepSaved(client: QueryClient, queryKey: QueryKey, saved: unknown): Promise<void> {
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData(queryKey, saved);
}

interface Wish<Plan> {
  plan: Plan;
  /** The revision the plan was made from. */
  revision: number;
}

/**
 * Saves under the key it is read by, from the revision that was seen; when that is old, the newer one is fetched.
 * `stale` is what shows it as well.
 */
export function useSave<Plan, Saved>(
  queryKey: QueryKey,
  put: (plan: Plan, ifMatch: number) => Promise<Saved>,
  stale: readonly QueryKey[] = [],
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, revision }: Wish<Plan>) => put(plan, revision),
    onSuccess: async (saved) => {
      await keepSaved(client, queryKey, saved);
      for (const other of stale) void client.invalidateQueries({ queryKey: other });
    },
    onError: (error) => {
      if (isProblem(error, 412, 409)) void client.invalidateQueries({ queryKey });
    },
  });
}
