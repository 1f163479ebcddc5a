import { queryOptions, useQuery } from "@tanstack/react-query";

import type { MailboxPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

export const mailboxesQuery = () =>
  queryOptions({ queryKey: ["settings", "mailboxes"], queryFn: () => api.get("/api/settings/mailboxes") });

export const useMailboxes = () => useQuery(mailboxesQuery());

export const useSaveMailboxes = () =>
  useSave(mailboxesQuery().queryKey, (body: { mailboxes: MailboxPlan[] }, ifMatch) =>
    api.put("/api/settings/mailboxes", { body, ifMatch }),
  );
