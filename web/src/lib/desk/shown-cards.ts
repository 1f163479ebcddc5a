import type { InfiniteData, QueryClient } from "@tanstack/react-query";

import type { Card } from "@/api/types";

interface Page {
  items: readonly Card[];
}

const LISTS = ["tickets", "view-answers"] as const;

/** What one does to tickets is said in every list at once; what the service says of them later stands instead. */
export function showInLists(client: QueryClient, ids: readonly string[], changed: Partial<Card>): void {
  const chosen = new Set(ids);
  const said = (card: Card): Card => (chosen.has(card.id) ? { ...card, ...changed } : card);
  for (const key of LISTS) {
    client.setQueriesData<InfiniteData<Page>>(
      // What views have is counted beside it: only lists come in pages.
      { queryKey: [key], predicate: ({ state }) => isInPages(state.data) },
      (held) =>
        held && { ...held, pages: held.pages.map((page) => ({ ...page, items: page.items.map(said) })) },
    );
  }
}

const isInPages = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "pages" in data && Array.isArray(data.pages);
