import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, type ReactNode } from "react";

import type { EventName } from "@/api/types";
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

/** As many tickets as any list shows at a time, and more. */
const REMEMBERED = 500;

/** What was heard last of each ticket. */
function createNews() {
  const heard = new Map<string, EventName>();
  return {
    keep: ({ ticket_id, event }: LiveEvent) => {
      heard.delete(ticket_id);
      heard.set(ticket_id, event);
      const [oldest] = heard.keys();
      if (heard.size > REMEMBERED && oldest !== undefined) heard.delete(oldest);
    },
    of: (ticketId: string) => heard.get(ticketId) ?? null,
  };
}

const heardBy =
  (...listeners: ((event: LiveEvent) => void)[]) =>
  (event: LiveEvent) => {
    for (const listener of listeners) listener(event);
  };

export function LiveUpdates({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [news] = useState(createNews);
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const line = useMemo(
    () =>
      new LiveLine({
        onEvent: heardBy(news.keep, createRefresher(client)),
        onCatchUp: () => void client.invalidateQueries(),
        onStatus: setStatus,
      }),
    [client, news],
  );
  useEffect(() => {
    line.start();
    return () => {
      line.stop();
    };
  }, [line]);
  const live = useMemo(
    () => ({ status, watch: (topic: string) => line.watch(topic), newsOf: news.of }),
    [status, line, news],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
