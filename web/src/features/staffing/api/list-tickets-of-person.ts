import { useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

const SHOWN = 50;

/** What somebody has to work on, by next deadline. */
export const useTicketsOfPerson = (assignee: string) =>
  useQuery({
    queryKey: ["tickets", { assignee }, "of person"],
    queryFn: () => api.get("/api/tickets", { query: { assignee, needs_work: true, limit: SHOWN } }),
  });
