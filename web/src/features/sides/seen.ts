/** Which answers one has looked at, on this device. */
import { useEffect } from "react";

import type { SideConversation } from "@/api/types";
import { changeDraft, useStored } from "@/lib/draft";

type Seen = Record<string, string>;

const nameOf = (ticketId: string): string => `sides-seen.${ticketId}`;

export function useUnreadSides(ticketId: string, sides: readonly SideConversation[]): ReadonlySet<string> {
  const seen = useStored<Seen>(nameOf(ticketId));
  return new Set(
    sides.filter(({ id, answer }) => answer !== null && seen[id] !== answer).map(({ id }) => id),
  );
}

export function useSeeing(ticketId: string, side: SideConversation | undefined): void {
  const id = side?.id;
  const answer = side?.answer ?? null;
  useEffect(() => {
    if (id !== undefined && answer !== null) changeDraft<Seen>(nameOf(ticketId), () => ({ [id]: answer }));
  }, [ticketId, id, answer]);
}
