import type { QueryClient } from "@tanstack/react-query";

import type { InboxCount } from "@/api/types";

/** Under what the inbox is kept. */
export const inboxKeys = {
  items: ["inbox", "items"],
  count: ["inbox", "count"],
  moving: ["inbox", "move"],
} as const;

/** Asks for what stands in it now, unless it is still being moved in: what is on its way would be shown as not moved. */
export function refreshInbox(client: QueryClient, settling = 0): void {
  if (client.isMutating({ mutationKey: inboxKeys.moving }) > settling) return;
  void client.invalidateQueries({ queryKey: inboxKeys.items });
}

const LATE_MS = 10_000;

/** News may be older than what one did oneself just now, whose answer is held: then the service is asked. */
export function heardCount(client: QueryClient, count: number): void {
  const held = client.getQueryData<InboxCount>(inboxKeys.count)?.count;
  const moves = client.getMutationCache().findAll({ mutationKey: inboxKeys.moving });
  const since = Date.now() - LATE_MS;
  if (count !== held && moves.some(({ state }) => state.submittedAt > since))
    void client.invalidateQueries({ queryKey: inboxKeys.count });
  else client.setQueryData<InboxCount>(inboxKeys.count, { count });
}
