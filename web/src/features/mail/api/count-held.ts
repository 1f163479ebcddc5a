import { useQuery } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { useMe } from "@/lib/desk/get-me";
import { useFallbackPolling } from "@/lib/live-context";

export const heldKey = ["mails", "held"] as const;

/** How many mails are held: for who may let them in. */
export function useHeldMails() {
  const mayLook = useMe().data?.role === "admin";
  return useQuery({
    queryKey: heldKey,
    queryFn: () => api.get("/api/held-mails"),
    enabled: mayLook,
    refetchInterval: useFallbackPolling(),
  });
}
