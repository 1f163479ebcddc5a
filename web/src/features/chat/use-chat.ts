import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import { LiveLine, type LiveStatus } from "@/lib/live";
import type { Here } from "@/lib/live-messages";
import { isProblem } from "@/lib/problem";

import { admitVisitor, getChat, type Chat } from "./api/chat";
import { forget, settle } from "./kept";
import { merged } from "./merged";

/** Without a line it is read so often; with one, in case a word of it was lost. */
const READ_MS = { live: 60_000, apart: 4_000 };
/** Said again before it lapses. */
const VISIT_MS = 10_000;
const TYPING_MS = 3_000;

type Say = (action: "typing" | "visiting", more?: Partial<Here>) => boolean;

export interface OpenChat {
  chat: Chat | undefined;
  error: unknown;
  status: LiveStatus;
  /** Who types at the other end now. */
  typing: string | null;
  type: () => void;
  refetch: () => void;
}

/** A chat as it goes on: read anew after every news and every time the line was down. */
export function useChat(id: string, token: string, shown: boolean): OpenChat {
  const client = useQueryClient();
  const queryKey = useMemo(() => ["chat", token], [token]);
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const query = useQuery({
    queryKey,
    queryFn: () => {
      const known = client.getQueryData<Chat>(queryKey)?.messages ?? [];
      return merged((before) => getChat(token, before), known);
    },
    refetchInterval: status === "live" ? READ_MS.live : READ_MS.apart,
    retry: false,
  });
  const refetch = useCallback(() => void client.invalidateQueries({ queryKey }), [client, queryKey]);
  const { say, typing } = useLine(id, token, refetch, setStatus);
  useVisit({ say, shown, read: { revision: query.data?.revision, at: query.dataUpdatedAt } });

  const gone = isProblem(query.error, 401, 404);
  useEffect(() => {
    if (gone) forget();
  }, [gone]);
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) settle(new Set(data.messages.map((message) => message.id)));
  }, [data]);

  const typed = useRef(0);
  const type = useCallback(() => {
    if (Date.now() - typed.current < TYPING_MS) return;
    if (say("typing")) typed.current = Date.now();
  }, [say]);
  return { chat: data, error: query.error, status, typing, type, refetch };
}

function useLine(id: string, token: string, refetch: () => void, onStatus: (status: LiveStatus) => void) {
  const line = useRef<LiveLine | null>(null);
  const [typing, setTyping] = useState<string | null>(null);
  useEffect(() => {
    let lapses: number | undefined;
    const quiet = () => {
      window.clearTimeout(lapses);
      setTyping(null);
    };
    const onEvent = () => {
      quiet();
      refetch();
    };
    const listeners = {
      onWatching: refetch,
      onEvent,
      onInbox: () => undefined,
      onCatchUp: refetch,
      onStatus,
    };
    const opened = new LiveLine(listeners, () => admitVisitor(token));
    line.current = opened;
    const unhear = opened.hear((told) => {
      if (told.type !== "typing") return;
      window.clearTimeout(lapses);
      setTyping(told.name ?? "");
      lapses = window.setTimeout(quiet, told.seconds * 1000);
    });
    opened.watch(`ticket:${id}`);
    opened.start();
    return () => {
      window.clearTimeout(lapses);
      unhear();
      opened.stop();
      line.current = null;
    };
  }, [id, token, refetch, onStatus]);
  const say: Say = useCallback(
    (action, more) => line.current?.say(action, `ticket:${id}`, more) ?? false,
    [id],
  );
  return { say, typing };
}

interface Visit {
  say: Say;
  shown: boolean;
  /** Up to where it was read, and when. */
  read: { revision: number | undefined; at: number };
}

/** That it is looked at is said as long as it is, and what was read of it. */
function useVisit({ say, shown, read: { revision, at } }: Visit): void {
  useEffect(() => {
    const visit = () => {
      const doing = shown && document.visibilityState === "visible" ? "looking" : "gone";
      say("visiting", { doing, ...(revision === undefined || doing === "gone" ? {} : { seen: revision }) });
    };
    visit();
    const looking = window.setInterval(() => {
      if (shown && document.visibilityState === "visible") visit();
    }, VISIT_MS);
    document.addEventListener("visibilitychange", visit);
    return () => {
      window.clearInterval(looking);
      document.removeEventListener("visibilitychange", visit);
    };
  }, [say, shown, revision, at]);
}
