import { useDebouncedValue } from "@mantine/hooks";
import { useQueries } from "@tanstack/react-query";

import { groupsOf, typedOf, type Group } from "./groups";
import type { Hit, Source } from "./sources";

const SETTLED_MS = 100;
const KEPT_MS = 30_000;

interface Found {
  groups: readonly Group[];
  /** The service has not answered yet. */
  looking: boolean;
  /** Something could not be asked. */
  partly: boolean;
}

/** What is known here at once, and what the service answers once the typing rests. */
export function useFound(sources: readonly Source[], query: string, only: string | null): Found {
  const typed = typedOf(query, only, sources);
  const [settled] = useDebouncedValue(typed.text, SETTLED_MS);
  const asking = sources.filter(({ id, ask }) => ask !== undefined && (typed.only ?? id) === id);
  const answers = useQueries({
    queries: asking.map(({ id, ask }) => ({
      queryKey: ["palette", id, settled],
      queryFn: async (): Promise<readonly Hit[]> => (await ask?.(settled)) ?? [],
      enabled: settled !== "",
      staleTime: KEPT_MS,
      retry: false,
    })),
  });
  const current = typed.text === settled;
  const asked = Object.fromEntries(
    asking.map(({ id }, index) => [id, current ? (answers[index]?.data ?? []) : []]),
  );
  return {
    groups: groupsOf(sources, typed, asked),
    looking:
      asking.length > 0 && typed.text !== "" && (!current || answers.some(({ isFetching }) => isFetching)),
    partly: current && answers.some(({ isError }) => isError),
  };
}
