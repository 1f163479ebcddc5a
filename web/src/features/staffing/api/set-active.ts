import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

import { personQuery } from "@/lib/desk/get-person";

export function useSetActive(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (active: boolean) =>
      api.put("/api/people/{person_id}/active", { path: { person_id: id }, body: { active } }),
    onSuccess: (person) => {
      client.setQueryData(personQuery(id).queryKey, person);
      for (const queryKey of [["teams"], ["roster"]]) void client.invalidateQueries({ queryKey });
    },
  });
}
