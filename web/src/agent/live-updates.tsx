import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, type ReactNode } from "react";

import { LiveLine, type LiveEvent, type LiveStatus } from "@/lib/live";
import { LiveContext } from "@/lib/live-context";

/** Bursts are common (one change writes several facts), and a list need not be fetched for each. */
const GATHER_MS = 400;

/** What a fact makes stale: the ticket it is about, and every list. */
function createRefresher(client: QueryClient) {
  const tickets = new Set<string>();
  let timer: number | undefined;
  const refresh = () => {
    timer = undefined;
    for (const id of tickets) void client.invalidateQueries({ queryKey: ["ticket", id] });
    tickets.clear();
    void client.invalidateQueries({ queryKey: ["tickets"] });
    void client.invalidateQueries({ queryKey: ["roster"] });
  };
  return ({ ticket_id }: LiveEvent) => {
    tickets.add(ticket_id);
    timer ??= window.setTimeout(refresh, GATHER_MS);
  };
}

export function LiveUpdates({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const line = useMemo(
    () =>
      new LiveLine({
        onEvent: createRefresher(client),
        onCatchUp: () => void client.invalidateQueries(),
        onStatus: setStatus,
      }),
    [client],
  );
  useEffect(() => {
    line.start();
    return () => {
      line.stop();
    };
  }, [line]);
  const live = useMemo(() => ({ status, watch: (topic: string) => line.watch(topic) }), [status, line]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
