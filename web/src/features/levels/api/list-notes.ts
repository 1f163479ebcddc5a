import { useInfiniteQuery } from "@tanstack/react-query";

import type { Level } from "@/api/types";
import { api } from "@/lib/api-client";

const FEW = 5;

export const levelNotesKey = ["level-notes"] as const;

export const useLevelNotes = (level: Level, category: string) =>
  useInfiniteQuery({
    queryKey: [...levelNotesKey, level, category],
    queryFn: ({ pageParam }) =>
      api.get("/api/level-notes", {
        query: { level, category, limit: FEW, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
  });
