import { useQuery } from "@tanstack/react-query";

import type { MailboxPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { mailboxesQuery } from "@/lib/desk/list-mailboxes";
import { useSave } from "@/lib/save";

const versionsKey = ["settings", "mailboxes", "versions"] as const;

export const useSaveMailboxes = () =>
  useSave(
    mailboxesQuery().queryKey,
    (body: { mailboxes: MailboxPlan[] }, ifMatch) => api.put("/api/settings/mailboxes", { body, ifMatch }),
    [versionsKey],
  );

/** Asked only while somebody looks at them. */
export const useMailboxVersions = (looked: boolean) =>
  useQuery({
    queryKey: versionsKey,
    queryFn: () => api.get("/api/settings/mailboxes/versions"),
    enabled: looked,
  });

export const getMailboxVersion = (revision: number) =>
  api.get("/api/settings/mailboxes/versions/{revision}", { path: { revision } });
