import { queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

export const mailboxesQuery = () =>
  queryOptions({ queryKey: ["settings", "mailboxes"], queryFn: () => api.get("/api/settings/mailboxes") });

export const useMailboxes = () => useQuery(mailboxesQuery());
