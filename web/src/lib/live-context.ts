/** What pages ask of the live line: to watch something while they show it, and how often to look by themselves instead. */
import { createContext, useContext, useEffect } from "react";

import type { EventName } from "@/api/types";

import type { LiveStatus } from "./live";

export interface Live {
  status: LiveStatus;
  watch: (topic: string) => () => void;
  /** What was heard last of a ticket, null when nothing was. */
  newsOf: (ticketId: string) => EventName | null;
}

export const LiveContext = createContext<Live>({
  status: "waiting",
  watch: () => () => undefined,
  newsOf: () => null,
});

export const useLiveStatus = (): LiveStatus => useContext(LiveContext).status;

export const useNewsOf = (): Live["newsOf"] => useContext(LiveContext).newsOf;

export function useWatch(topic: string | null): void {
  const { watch } = useContext(LiveContext);
  useEffect(() => (topic === null ? undefined : watch(topic)), [topic, watch]);
}

const WITHOUT_LIVE_MS = 20_000;

/** For `refetchInterval`: news come by themselves while the line is up. */
export const useFallbackPolling = (): number | false =>
  useLiveStatus() === "live" ? false : WITHOUT_LIVE_MS;
