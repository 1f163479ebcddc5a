import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

export const useOwnTickets = () =>
  useInfiniteQuery(
    inPages(["own-tickets"], (place) => api.get("/api/tickets", { query: { requester: "me", ...place } })),
  );
