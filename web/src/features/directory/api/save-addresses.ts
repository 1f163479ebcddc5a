/** Which addresses are somebody's, and who turned out to be the same person. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Person } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { personQuery } from "@/lib/desk/get-person";

export type AddressWish = { add: string } | { remove: string } | { join: Person };

async function save(id: string, wish: AddressWish): Promise<Person> {
  const path = { person_id: id };
  if ("add" in wish)
    return api.post("/api/people/{person_id}/addresses", { path, body: { email: wish.add } });
  if ("remove" in wish)
    return api.delete("/api/people/{person_id}/addresses/{address}", {
      path: { ...path, address: wish.remove },
    });
  return api.post("/api/people/{person_id}/joins", { path, body: { person: wish.join.id } });
}

export function useSaveAddresses(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: AddressWish) => save(id, wish),
    onSuccess: (saved) => {
      client.setQueryData(personQuery(id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["people"] });
      void client.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}
