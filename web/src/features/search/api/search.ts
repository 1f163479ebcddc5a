import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

import type { SearchPiece } from "@/api/types";
import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

import type { Sort } from "../address";

const PAGE = 25;

const FRESH_MS = 10_000;

/** What is shown stays until the next answer is here: typing does not make a list flicker. */
export const useSearch = (q: string, sort: Sort) =>
  useInfiniteQuery({
    ...inPages(["search", q, sort], (place) =>
      api.get("/api/search", { query: { q, sort, limit: PAGE, ...place } }),
    ),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });

const FEWEST = 2;

const EACH = 20;

export const plain = (pieces: readonly SearchPiece[]): string => pieces.map(({ text }) => text).join("");

/** Tickets by any of their words, the best first; null where there is too little to ask for. */
export const foundTickets = (text: string) =>
  text.length < FEWEST
    ? null
    : api.get("/api/search", { query: { q: text, sort: "best", limit: EACH } }).then(({ items }) =>
        items.map(({ id, title, snippet }) => ({
          ...{ id, subject: plain(title) },
          sentence: title.some(({ marked }) => marked) ? "" : plain(snippet),
        })),
      );
