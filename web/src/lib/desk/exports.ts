import { queryOptions, useQuery, type QueryClient } from "@tanstack/react-query";

import type { Export, ExportPlan } from "@/api/types";
import { api } from "@/lib/api-client";
import { following } from "@/lib/followed";

const LOOKED_MS = 1_000;

export const { follow, unfollow, useFollowed } = following("exports");

const exportsQuery = queryOptions({
  queryKey: ["exports"],
  queryFn: async () => (await api.get("/api/exports")).items,
});

/** One's own, as long as any of them is being made. */
export const useExports = () =>
  useQuery({
    ...exportsQuery,
    refetchInterval: ({ state }) =>
      state.data?.some(({ stage }) => stage === "running") === false ? false : LOOKED_MS,
  });

/** Have a table made; it is followed until it is put away. */
export async function askExport(client: QueryClient, body: ExportPlan): Promise<Export> {
  const made = await api.post("/api/exports", { body });
  client.setQueryData(exportsQuery.queryKey, (held = []) => [made, ...held]);
  void client.invalidateQueries({ queryKey: exportsQuery.queryKey });
  follow(made.id);
  return made;
}

/** With a link that ends soon: it is asked for when it is wanted. */
export const readExport = (id: string): Promise<Export> =>
  api.get("/api/exports/{export_id}", { path: { export_id: id } });
