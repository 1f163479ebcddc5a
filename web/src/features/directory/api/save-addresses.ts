/** Which addresses are somebody's, and who turned out to be the same person. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Person } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { personQuery } from "@/lib/desk/get-person";
import { keepSaved } from "@/lib/save";

export type AddressWish = { add: string } | { remove: string } | { join: Person };

function save(id: string, wish: AddressWish): Promise<Person> {
  const body =
    "add" in wish
      ? { add_address: wish.add }
      : "remove" in wish
        ? { remove_address: wish.remove }
        : { same_as: wish.join.id };
  return api.put("/api/people/{person_id}/contact", { path: { person_id: id }, body });
}

export function useSaveAddresses(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: AddressWish) => save(id, wish),
    onSuccess: async (saved) => {
      await keepSaved(client, personQuery(id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["people"] });
      void client.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}
