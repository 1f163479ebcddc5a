/** How somebody who asks is reached. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Person } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { personQuery } from "@/lib/desk/get-person";
import { keepSaved } from "@/lib/save";

/** Empty: there is none. */
export interface Contact {
  email: string;
  phone: string;
  organization: string;
  name: string;
  language: string;
  timezone: string;
}

const SAID = ["email", "phone", "name", "language", "timezone"] as const;

interface Wish {
  held: Contact;
  wanted: Contact;
}

async function save(id: string, { held, wanted }: Wish): Promise<Person | null> {
  const path = { person_id: id };
  let saved: Person | null = null;
  const contact = Object.fromEntries(
    SAID.map((name) => [name, wanted[name].trim()] as const).filter(([name, said]) => said !== held[name]),
  );
  if (Object.keys(contact).length > 0)
    saved = await api.put("/api/people/{person_id}/contact", { path, body: contact });
  if (wanted.organization !== held.organization) {
    const organization = wanted.organization === "" ? null : wanted.organization;
    saved = await api.put("/api/people/{person_id}/organization", { path, body: { organization } });
  }
  return saved;
}

/** What is changed of it alone is saved. */
export function useSaveContact(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => save(id, wish),
    onSuccess: async (saved) => {
      if (saved !== null) await keepSaved(client, personQuery(id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["people"] });
    },
  });
}
