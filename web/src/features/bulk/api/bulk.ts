import { queryOptions, useQuery, type QueryClient } from "@tanstack/react-query";

import type { BulkJob, BulkPlan, BulkPlanned } from "@/api/types";
import { api } from "@/lib/api-client";

const JOBS = ["bulk"] as const;
const LOOKED_MS = 1_000;

/** What would become of each ticket; nothing is changed. */
export const plan = (body: BulkPlan, idempotencyKey: string): Promise<BulkPlanned> =>
  api.post("/api/bulk-changes", { body, idempotencyKey });

const acting =
  (
    what:
      | "/api/bulk-changes/{job_id}/start"
      | "/api/bulk-changes/{job_id}/stop"
      | "/api/bulk-changes/{job_id}/undo",
  ) =>
  ({ id }: Pick<BulkJob, "id">): Promise<BulkJob> =>
    api.post(what, { path: { job_id: id } });

export const start = acting("/api/bulk-changes/{job_id}/start");
export const stop = acting("/api/bulk-changes/{job_id}/stop");
export const undo = acting("/api/bulk-changes/{job_id}/undo");

export const jobsQuery = queryOptions({
  queryKey: [...JOBS, "all"],
  queryFn: async () => (await api.get("/api/bulk-changes")).items,
});

/** One's own, as long as anything of it is under way. */
export const useJobs = () =>
  useQuery({
    ...jobsQuery,
    refetchInterval: ({ state }) =>
      state.data?.some(({ stage }) => stage === "running") === false ? false : LOOKED_MS,
  });

export const useJob = (id: string) =>
  useQuery({
    queryKey: [...JOBS, id],
    queryFn: () => api.get("/api/bulk-changes/{job_id}", { path: { job_id: id } }),
  });

/** What it is as of now, without asking. */
export function holdJob(client: QueryClient, job: BulkJob): void {
  client.setQueryData(jobsQuery.queryKey, (held = []) => [job, ...held.filter(({ id }) => id !== job.id)]);
  void client.invalidateQueries({ queryKey: JOBS });
}

/** Lists, and the tickets themselves. What an index has follows: the live line asks for it when it has. */
export function ticketsChanged(client: QueryClient): void {
  for (const key of ["tickets", "ticket"]) void client.invalidateQueries({ queryKey: [key] });
}
