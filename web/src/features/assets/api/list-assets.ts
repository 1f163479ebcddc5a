import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

export const useAssetPages = () =>
  useInfiniteQuery(inPages(["assets", "pages"], (query) => api.get("/api/assets", { query })));
