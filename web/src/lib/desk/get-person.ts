import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

/** Somebody by their id, or by their address. */
export const getPerson = (name: string) => api.get("/api/people/{person_id}", { path: { person_id: name } });

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ["people", id], queryFn: () => getPerson(id), staleTime: 5 * 60_000 });

export const usePerson = (id: string) => useQuery(personQuery(id));
