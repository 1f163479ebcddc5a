import { infiniteQueryOptions, type QueryKey, type UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";

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

type Pages = Pick<
  UseInfiniteQueryResult,
  "data" | "error" | "fetchNextPage" | "hasNextPage" | "isFetchingNextPage"
>;

/** A page may come empty although the list goes on: the service looks at so many at a time. True while it goes on. */
export function useGoOnWhileWanting(query: Pages, wanting: boolean): boolean {
  const { data, fetchNextPage } = query;
  const goesOn = wanting && query.hasNextPage && query.error === null;
  const next = goesOn && !query.isFetchingNextPage;
  useEffect(() => {
    if (next) void fetchNextPage();
    // A page may be there before the page before it was drawn: then only the data says that another one is wanted.
  }, [next, data, fetchNextPage]);
  return goesOn;
}
