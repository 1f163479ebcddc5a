/** The service's own time: every deadline is compared with this, never with the visitor's clock. */
import { useCallback, useSyncExternalStore } from "react";

import { api } from "./api-client";

interface Anchor {
  product: number;
  real: number;
  rate: number;
}

let anchor: Anchor = { product: Date.now(), real: Date.now(), rate: 1 };
let synced = false;

export const productNow = (): number => anchor.product + (Date.now() - anchor.real) * anchor.rate;

/** Real milliseconds until a product instant. */
export const realMillisecondsUntil = (instant: number): number => (instant - productNow()) / anchor.rate;

export function setProductClock(now: string, rate = 1, asOf: number = Date.now()): void {
  anchor = { product: Date.parse(now), real: asOf, rate: rate > 0 ? rate : 1 };
  synced = true;
}

export async function syncProductClock(): Promise<void> {
  const asked = Date.now();
  const health = await api.get("/api/health");
  // The answer was written about half a round trip ago.
  setProductClock(health.now, health.rate, (asked + Date.now()) / 2);
}

const RESYNC_MS = 5 * 60_000;

/** Follow the service's clock while the page lives; a failed try keeps the last anchor. */
export function keepProductClock(): () => void {
  const sync = () => void syncProductClock().catch(() => undefined);
  const onVisible = () => {
    if (document.visibilityState === "visible") sync();
  };
  sync();
  const timer = window.setInterval(sync, RESYNC_MS);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

export const isClockSynced = (): boolean => synced;

/** Product time for rendering, in steps, so that everything on the page ticks together. */
export function useProductNow(stepMs = 1000): number {
  const subscribe = useCallback(
    (changed: () => void) => {
      const timer = window.setInterval(changed, stepMs);
      return () => {
        window.clearInterval(timer);
      };
    },
    [stepMs],
  );
  const snapshot = useCallback(() => {
    const step = stepMs * anchor.rate;
    return Math.floor(productNow() / step) * step;
  }, [stepMs]);
  return useSyncExternalStore(subscribe, snapshot);
}
