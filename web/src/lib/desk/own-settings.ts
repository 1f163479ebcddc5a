/** How one wants to work: asked for once, shown as one changes it, and saved behind that. */
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";

import type { OwnSettings, SettingsPlan } from "@/api/types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

export const ownSettingsQuery = queryOptions({
  queryKey: ["me", "settings"],
  queryFn: () => api.get("/api/me/settings"),
  staleTime: Infinity,
});

/** What was refused is not asked for anew by each part that comes onto the page: the page waits for the first alone. */
export const useOwnSettings = () => useQuery({ ...ownSettingsQuery, retryOnMount: false });

type Change = Partial<SettingsPlan>;

const SAVING = ["me", "settings", "saving"];
const TRIES = 3;

function put({ revision, ...held }: OwnSettings, change: Change): Promise<OwnSettings> {
  return api.put("/api/me/settings", { body: { ...held, ...change }, ifMatch: revision });
}

/** Upon what another window has saved meanwhile, this change is made again: it is about other fields, or the later word. */
async function save(client: QueryClient, change: Change): Promise<OwnSettings> {
  let held = await client.query({ ...ownSettingsQuery, staleTime: "static" });
  for (let tries = 1; ; tries += 1) {
    try {
      return await put(held, change);
    } catch (error) {
      if (!isProblem(error, 412) || tries === TRIES) throw error;
      held = await api.get("/api/me/settings");
    }
  }
}

/** Changes some of them. Changes are saved one after the other; what cannot be saved holds until the page is left. */
export function useChangeOwnSettings(): (change: Change) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: SAVING,
    scope: { id: SAVING.join() },
    mutationFn: (change: Change) => save(client, change),
    onMutate: (change) => {
      client.setQueryData(ownSettingsQuery.queryKey, (held) => held && { ...held, ...change });
    },
    onSuccess: (saved) => {
      const isLast = client.isMutating({ mutationKey: SAVING }) === 1;
      client.setQueryData(ownSettingsQuery.queryKey, (held) =>
        isLast || held === undefined ? saved : { ...held, revision: saved.revision },
      );
      void client.invalidateQueries({ queryKey: ["me", "own"] });
    },
  });
  return mutate;
}
