import { useInfiniteQuery } from "@tanstack/react-query";

import type { Level } from "@/api/types";
import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

const FEW = 5;

export const levelNotesKey = ["level-notes"] as const;

export const useLevelNotes = (level: Level, category: string) =>
  useInfiniteQuery(
    inPages([...levelNotesKey, level, category], (place) =>
      api.get("/api/level-notes", { query: { level, category, limit: FEW, ...place } }),
    ),
  );
