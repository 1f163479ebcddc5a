import { keepPreviousData, useQueries } from "@tanstack/react-query";

import type { SearchHit } from "@/api/types";
import { api } from "@/lib/api-client";

export const THINGS = ["person", "organization", "asset"] as const;

export type ThingKind = (typeof THINGS)[number];

const FRESH_MS = 30_000;

/** One letter says of nothing what is meant. */
export const FEWEST = 2;

/** What there is beside tickets, by beginnings of its words. */
export const findThings = (kind: ThingKind, q: string): Promise<SearchHit[]> =>
  api.get("/api/search", { query: { kind, q } }).then(({ items }) => items);

/** What could not be asked, as who comes from outside may not, is not there: tickets are what was asked for. */
export const useThings = (q: string): SearchHit[] =>
  useQueries({
    queries: THINGS.map((kind) => ({
      queryKey: ["things", kind, q],
      queryFn: () => findThings(kind, q),
      enabled: q.trim().length >= FEWEST,
      placeholderData: keepPreviousData<SearchHit[]>,
      staleTime: FRESH_MS,
      retry: false,
    })),
    combine: (answers) => (q.trim().length < FEWEST ? [] : answers.flatMap(({ data }) => data ?? [])),
  });
