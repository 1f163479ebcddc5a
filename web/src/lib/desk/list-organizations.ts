import { queryOptions, useQuery } from "@tanstack/react-query";

import type { Organization } from "@/api/types";
import { api } from "@/lib/api-client";

const MOST = 100;

export const organizationsQuery = () =>
  queryOptions({
    queryKey: ["organizations"],
    queryFn: async () => (await api.get("/api/organizations", { query: { limit: MOST } })).items,
    staleTime: 10 * 60_000,
  });

async function all(): Promise<Organization[]> {
  const found: Organization[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: MOST, ...(cursor === null ? {} : { cursor }) };
    const page: { items: Organization[]; cursor: string | null } = await api.get("/api/organizations", {
      query,
    });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return found;
}

/** For whoever chooses among them, however many there are. */
export const useAllOrganizations = () =>
  useQuery({ queryKey: ["organizations", "all"], queryFn: all, staleTime: 10 * 60_000 });

export const useOrganizations = () => useQuery(organizationsQuery());
