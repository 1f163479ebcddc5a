import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

/** Apart from the short list that tickets choose from: this one goes on as far as one wants. */
export const organizationPages = ["organizations", "pages"] as const;

export const useOrganizationPages = () =>
  useInfiniteQuery({
    queryKey: organizationPages,
    queryFn: ({ pageParam }) =>
      api.get("/api/organizations", { query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
  });
