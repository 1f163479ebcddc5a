/** The sheet in which a call or a visit is noted: opened from anywhere, over anything. */
import { useSyncExternalStore } from "react";

import type { Card, Ticket } from "@/api/types";

/** A ticket that somebody called about. */
export type About = Pick<Card, "id" | "subject"> & { requester: Ticket["requester"] };

interface Call {
  open: boolean;
  /** Counts how often it was opened: the clock begins anew. */
  times: number;
  about: About | null;
}

let call: Call = { open: false, times: 0, about: null };
const listeners = new Set<() => void>();

function put(next: Call): void {
  call = next;
  for (const changed of listeners) changed();
}

export const openCall = (about: About | null = null): void => {
  put({ open: true, times: call.times + 1, about });
};

/** For a link to its address: what is on the page stays, unless the link is opened elsewhere. */
export function openCallInstead(event: React.MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openCall();
}

export const closeCall = (): void => {
  put({ ...call, open: false });
};

export const useCall = (): Call =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => call,
  );
