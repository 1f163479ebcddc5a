import { useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { useMe } from "@/lib/desk/get-me";

export const heldKey = ["mails", "held"] as const;

const LOOK_MS = 30_000;

/** How many mails are held: for who may let them in. No line tells of mail, so it is looked for. */
export function useHeldMails() {
  const mayLook = useMe().data?.role === "admin";
  return useQuery({
    queryKey: heldKey,
    queryFn: () => api.get("/api/held-mails"),
    enabled: mayLook,
    refetchInterval: LOOK_MS,
  });
}
