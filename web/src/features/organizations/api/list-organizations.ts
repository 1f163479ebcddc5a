import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

/** Apart from the short list that tickets choose from: this one goes on as far as one wants. */
export const useOrganizationPages = () =>
  useInfiniteQuery(inPages(["organizations", "pages"], (query) => api.get("/api/organizations", { query })));
