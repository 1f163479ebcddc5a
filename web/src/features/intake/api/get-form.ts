import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const getForm = () => api.get("/api/portal/form");

/** The token in it ages, so it is not fetched again behind the writer's back. */
export const formQuery = () =>
  queryOptions({ queryKey: ["portal-form"], queryFn: getForm, staleTime: 90 * 60_000, gcTime: 0 });

export const useForm = () => useQuery(formQuery());
