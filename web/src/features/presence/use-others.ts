import { useEffect, useState } from "react";

import type { Present } from "@/lib/live-messages";
import { useLive } from "@/lib/live-context";

/** Who else is at a ticket, until that is not said again. */
export function useOthers(ticketId: string, myId: string): readonly Present[] {
  const { hear } = useLive();
  const [others, setOthers] = useState<readonly Present[]>([]);
  useEffect(() => {
    let lapse: number | undefined;
    const leave = hear((told) => {
      if (told.type !== "presence" || !told.topics.includes(`ticket:${ticketId}`)) return;
      window.clearTimeout(lapse);
      setOthers(told.people.filter(({ id }) => id !== myId));
      lapse = window.setTimeout(() => {
        setOthers([]);
      }, told.seconds * 1_000);
    });
    return () => {
      window.clearTimeout(lapse);
      leave();
    };
  }, [hear, ticketId, myId]);
  return others;
}
