import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";
import { isProblem } from "@/lib/problem";

const KEY = ["undeliverable"] as const;

export const useUnreachedPages = () =>
  useInfiniteQuery(inPages(KEY, (query) => api.get("/api/undeliverable-addresses", { query })));

/** Mail goes there again from now on. */
export function useReachAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (address: string) =>
      api.delete("/api/undeliverable-addresses/{address}", { path: { address } }).catch((error: unknown) => {
        // Somebody else said so already.
        if (!isProblem(error, 404)) throw error;
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
