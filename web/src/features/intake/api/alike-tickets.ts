import { useQuery } from "@tanstack/react-query";

import type { SearchHit } from "@/api/types";
import { api } from "@/lib/api-client";
import { useRested } from "@/lib/rested";

import { saysEnough } from "../alike";

const RESTS_MS = 700;
const FRESH_MS = 60_000;
const NONE: readonly SearchHit[] = [];

/** Open tickets that say the same, once one rests; those of the requester first. Without an answer nothing is said. */
export function useAlikeTickets(text: string, requester: string | null): readonly SearchHit[] {
  const settled = useRested(text, RESTS_MS);
  const enough = saysEnough(text) && saysEnough(settled);
  const found = useQuery({
    queryKey: ["alike", settled, requester],
    queryFn: () =>
      api.get("/api/alike-tickets", { query: { text: settled, ...(requester !== null && { requester }) } }),
    enabled: enough,
    retry: false,
    staleTime: FRESH_MS,
    placeholderData: (before) => before,
  });
  return enough ? (found.data?.items ?? NONE) : NONE;
}
