import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ["mails", "one", id],
    queryFn: () => api.get("/api/mails/{mail_id}", { path: { mail_id: id } }),
  });

const STEP_MS = 1_000;

/** While it is judged anew, it is asked for until its `revision` has grown. */
export const useMail = (id: string, judged: { revision: number } | null = null) =>
  useQuery({
    ...mailQuery(id),
    refetchInterval: ({ state: { data } }) =>
      judged !== null && data !== undefined && data.revision <= judged.revision ? STEP_MS : false,
  });

/** Where it can be fetched now, as it came. */
export const rawMail = (id: string) => api.get("/api/mails/{mail_id}/raw", { path: { mail_id: id } });
