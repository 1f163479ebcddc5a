import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const useAssetPages = () =>
  useInfiniteQuery({
    queryKey: ["assets", "pages"],
    queryFn: ({ pageParam }) =>
      api.get("/api/assets", { query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
  });
