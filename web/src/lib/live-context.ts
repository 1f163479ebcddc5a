/** What pages ask of the live line: to watch something while they show it, and how often to look by themselves instead. */
import { createContext, useContext, useEffect } from "react";

import type { EventName } from "@/api/types";

import type { LiveStatus } from "./live";
import type { Here, Told } from "./live-messages";
import { useReachable } from "./reachability";
import { createWhoIsWhere, type WhoIsWhere } from "./who-is-where";

export interface Live {
  status: LiveStatus;
  watch: (topic: string) => () => void;
  /** What was heard last of a ticket, null when nothing was. */
  newsOf: (ticketId: string) => EventName | null;
  /** Say what one does at a ticket that is watched; true when it is said at once. */
  here: (topic: string, here: Here) => boolean;
  /** Said once about a ticket that is watched. */
  say: (action: "typing", topic: string) => boolean;
  hear: (hearer: (told: Told) => void) => () => void;
  /** In lists. */
  whoIsWhere: WhoIsWhere;
}

export const LiveContext = createContext<Live>({
  status: "waiting",
  watch: () => () => undefined,
  newsOf: () => null,
  here: () => false,
  say: () => false,
  hear: () => () => undefined,
  whoIsWhere: createWhoIsWhere(),
});

/** How news come: by the line, not at all, or because the page asks by itself. */
export type Connection = LiveStatus | "offline";

export function useConnection(): Connection {
  const { status } = useContext(LiveContext);
  return useReachable() ? status : "offline";
}

export const useLive = (): Live => useContext(LiveContext);

export const useNewsOf = (): Live["newsOf"] => useContext(LiveContext).newsOf;

/** Hear of these while they are shown. */
export function useWatch(...topics: readonly string[]): void {
  const { watch } = useContext(LiveContext);
  const all = topics.join(" ");
  useEffect(() => {
    const leave = all === "" ? [] : all.split(" ").map(watch);
    return () => {
      for (const left of leave) left();
    };
  }, [all, watch]);
}

const WITHOUT_LIVE_MS = 15_000;

/** For `refetchInterval`: news come by themselves while the line is up. */
export const useFallbackPolling = (): number | false =>
  useConnection() === "live" ? false : WITHOUT_LIVE_MS;
