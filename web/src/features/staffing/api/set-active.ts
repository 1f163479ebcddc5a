import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

import { personQuery } from "@/lib/desk/get-person";
import { keepSaved } from "@/lib/save";

export function useSetActive(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (active: boolean) =>
      api.put("/api/people/{person_id}/active", { path: { person_id: id }, body: { active } }),
    onSuccess: async (person) => {
      await keepSaved(client, personQuery(id).queryKey, person);
      for (const queryKey of [["teams"], ["roster"]]) void client.invalidateQueries({ queryKey });
    },
  });
}
