import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

/** A list that the API gives page by page. */
export const inPages = <Page extends { cursor: string | null }>(
  queryKey: QueryKey,
  get: (place: { cursor?: string }) => Promise<Page>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => get(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
  });
