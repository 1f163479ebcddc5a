import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, type ReactNode } from "react";

import type { EventName, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";
import { refreshDrafts } from "@/lib/desk/drafts";
import { heardCount, refreshInbox } from "@/lib/desk/inbox-news";
import { keepMark } from "@/lib/desk/own-marks";
import { LiveLine, type LiveStatus } from "@/lib/live";
import { LiveContext, type Live } from "@/lib/live-context";
import type { InboxNews, LiveEvent, Watching } from "@/lib/live-messages";
import { useReachable } from "@/lib/reachability";
import { createWhoIsWhere } from "@/lib/who-is-where";

/** Bursts are common (one change writes several facts), and a list need not be fetched for each. */
const GATHER_MS = 400;

/** The index follows within so long: what views have is asked for anew then, and no more often. */
const INDEXED_MS = 5_000;

/** What a fact makes stale: the ticket it is about, and every list. */
function createRefresher(client: QueryClient) {
  const tickets = new Set<string>();
  let timer: number | undefined;
  let indexed: number | undefined;
  const refreshViews = () => {
    indexed = undefined;
    void client.invalidateQueries({ queryKey: ["view-answers"] });
  };
  const refresh = () => {
    timer = undefined;
    for (const id of tickets) {
      // What nobody looks at is read when it is opened, so that it opens where it has become new.
      client.removeQueries({ queryKey: ["ticket", id], type: "inactive" });
      void client.invalidateQueries({ queryKey: ["ticket", id] });
    }
    tickets.clear();
    void client.invalidateQueries({ queryKey: ["tickets"] });
    void client.invalidateQueries({ queryKey: ["waiting-chats"] });
    void client.invalidateQueries({ queryKey: ["roster"] });
    refreshInbox(client);
  };
  return ({ ticket_id }: LiveEvent) => {
    tickets.add(ticket_id);
    timer ??= window.setTimeout(refresh, GATHER_MS);
    indexed ??= window.setTimeout(refreshViews, INDEXED_MS);
  };
}

/** What was read before it was watched: a ticket is compared with the service's revision, lists are asked for again once. */
function createComparer(client: QueryClient) {
  const compare = async (id: string, revision: number) => {
    const queryKey = ["ticket", id];
    await client
      .getQueryCache()
      .find({ queryKey })
      ?.promise?.catch(() => undefined);
    const read = client.getQueryData<Ticket>(queryKey)?.revision;
    if (read !== undefined && read < revision) await client.invalidateQueries({ queryKey });
  };
  return ({ topics, revisions }: Watching) => {
    for (const [topic, revision] of Object.entries(revisions)) {
      void compare(topic.slice("ticket:".length), revision);
    }
    if (topics.includes("mails")) void client.invalidateQueries({ queryKey: ["mails"] });
    if (topics.some((topic) => /^(team|person):/.test(topic))) {
      void client.invalidateQueries({ queryKey: ["tickets"] });
      void client.invalidateQueries({ queryKey: ["waiting-chats"] });
    }
    if (topics.some((topic) => topic.startsWith("person:"))) {
      void client.invalidateQueries({ queryKey: ["inbox"] });
      void refreshDrafts(client);
    }
  };
}

/** The message says how many there are; what they are is asked for where they are shown. */
const createCounter =
  (client: QueryClient) =>
  ({ count }: InboxNews) => {
    heardCount(client, count);
    refreshInbox(client);
  };

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
  <T,>(...listeners: ((heard: T) => void)[]) =>
  (heard: T) => {
    for (const listener of listeners) listener(heard);
  };

const PROBE_MS = 3_000;

/** Where the browser believes to have a network and nothing answers: see when it does again. */
function useProbing(): void {
  const reachable = useReachable();
  useEffect(() => {
    if (reachable) return;
    const probe = window.setInterval(() => {
      if (navigator.onLine) void api.get("/api/health").catch(() => undefined);
    }, PROBE_MS);
    return () => {
      window.clearInterval(probe);
    };
  }, [reachable]);
}

export function LiveUpdates({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [news] = useState(createNews);
  const [whoIsWhere] = useState(createWhoIsWhere);
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const line = useMemo(
    () =>
      new LiveLine({
        onEvent: heardBy(news.keep, createRefresher(client)),
        onWatching: heardBy(createComparer(client), ({ here }: Watching) => {
          whoIsWhere.keep(...(here ?? []));
        }),
        onInbox: createCounter(client),
        onCatchUp: () => void client.invalidateQueries(),
        onStatus: setStatus,
      }),
    [client, news, whoIsWhere],
  );
  useEffect(() => {
    line.start();
    return () => {
      line.stop();
    };
  }, [line]);
  useEffect(
    () =>
      line.hear((told) => {
        if (told.type === "seen") keepMark(client, told);
        if (told.type !== "presence" || told.ticket_id === undefined) return;
        whoIsWhere.keep({ ...told, ticket_id: told.ticket_id });
      }),
    [line, client, whoIsWhere],
  );
  useProbing();
  const live = useMemo(
    (): Live => ({
      ...{ status, newsOf: news.of, whoIsWhere },
      watch: (topic) => line.watch(topic),
      here: (topic, here) => line.here(topic, here),
      say: (action, topic) => line.say(action, topic),
      hear: (hearer) => line.hear(hearer),
    }),
    [status, line, news, whoIsWhere],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
