import type { QueryClient } from "@tanstack/react-query";

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
