import { useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

import type { Wanted } from "../outcomes";

export const mailsKey = ["mails", "pages"] as const;

export const useMailPages = (wanted: Wanted) =>
  useInfiniteQuery(
    inPages([...mailsKey, wanted], (place) =>
      api.get("/api/mails", { query: { ...place, ...(wanted === "all" ? {} : { outcome: wanted }) } }),
    ),
  );
