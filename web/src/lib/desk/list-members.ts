import { useQueries } from "@tanstack/react-query";

import type { Member } from "@/api/types";

import { teamQuery } from "./get-team";

/** Everybody who works in these teams, each once, by name. */
export function useMembersOf(teams: readonly string[]): Member[] {
  return useQueries({
    queries: teams.map(teamQuery),
    combine: (found) => {
      const people = new Map(found.flatMap(({ data }) => data?.members ?? []).map((one) => [one.id, one]));
      return [...people.values()].sort((one, two) => one.name.localeCompare(two.name));
    },
  });
}
