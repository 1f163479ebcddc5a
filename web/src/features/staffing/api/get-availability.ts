import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const availabilityKey = (person: string) => ["availability", person] as const;

export const availabilityQuery = (person: string) =>
  queryOptions({
    queryKey: availabilityKey(person),
    queryFn: () => api.get("/api/people/{person_id}/availability", { path: { person_id: person } }),
  });

export const useAvailability = (person: string) => useQuery(availabilityQuery(person));
