import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

/** Most people have fewer than a page of requests: all of them are there to be told apart and searched. */
const PAGE = 100;

export const useOwnTickets = () =>
  useInfiniteQuery(
    inPages(["own-tickets"], (place) =>
      api.get("/api/tickets", { query: { requester: "me", limit: PAGE, ...place } }),
    ),
  );
