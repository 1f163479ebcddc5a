import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import type { paths } from "@/api/schema";
import { api } from "@/lib/api-client";

export const REPORTS = [
  ...(["flow", "promises", "times", "people", "quality"] as const),
  ...(["ratings", "channels", "organizations", "causes", "cost"] as const),
] as const;
export type ReportName = (typeof REPORTS)[number];
export type ReportQuery = paths["/api/reports/{report}"]["get"]["parameters"]["query"];

/** What changed since is looked for when one comes back to it, not while one reads. */
const FRESH_MS = 60_000;

export const reportQuery = (report: ReportName, asked: ReportQuery) =>
  queryOptions({
    queryKey: ["report", report, asked],
    queryFn: () => api.get("/api/reports/{report}", { path: { report }, query: asked }),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });

export const reportTable = (report: ReportName, asked: ReportQuery) =>
  api.csv("/api/reports/{report}", { path: { report }, query: asked });
