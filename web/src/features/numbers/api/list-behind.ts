import { useInfiniteQuery } from "@tanstack/react-query";

import type { paths } from "@/api/schema";
import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";

import type { ReportName } from "./get-report";

export type BehindQuery = paths["/api/reports/{report}/tickets"]["get"]["parameters"]["query"];

const PAGE = 50;

/** The tickets behind a figure, as they are now. */
export const useBehind = (report: ReportName, asked: BehindQuery) =>
  useInfiniteQuery(
    inPages(["report", report, "tickets", asked], (place) =>
      api.get("/api/reports/{report}/tickets", {
        path: { report },
        query: { ...asked, limit: PAGE, ...place },
      }),
    ),
  );
