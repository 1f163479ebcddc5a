import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";

import type { PersonFound } from "@/api/types";
import { api } from "@/lib/api-client";

const PAUSE_MS = 150;

/** Who is found by what was typed, and whether that is the answer to all that is typed by now. */
export function usePeople(typed: string): { people: readonly PersonFound[]; settled: boolean } {
  const wanted = typed.trim();
  const [q] = useDebouncedValue(wanted, PAUSE_MS);
  const found = useQuery({
    queryKey: ["people", q],
    queryFn: async () => (await api.get("/api/people", { query: { q } })).items,
    enabled: q !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (wanted === "") return { people: [], settled: true };
  const people = q === "" ? [] : (found.data ?? []);
  return { people, settled: q === wanted && !found.isFetching };
}
