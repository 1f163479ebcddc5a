import { useCallback, useRef } from "react";

import { useLive } from "@/lib/live-context";

const EACH_MS = 3_000;

/** Say to who chats that one types, as long as one does. */
export function useTalking(ticketId: string): () => void {
  const { say } = useLive();
  const last = useRef(0);
  return useCallback(() => {
    if (Date.now() - last.current < EACH_MS) return;
    if (say("typing", `ticket:${ticketId}`)) last.current = Date.now();
  }, [say, ticketId]);
}
