import { IconCheck, IconClock } from "@tabler/icons-react";

import type { Action } from "@/lib/actions";

export interface OnInbox {
  /** The ticket on whose row the keyboard stands. */
  current: string | null;
  done: (id: string) => void;
  later: (id: string) => void;
}

const onRow = (what: "done" | "later"): Pick<Action<OnInbox>, "refusal" | "run"> => ({
  refusal: ({ current }, t) => (current === null ? t("agent:refused.noRow") : null),
  run: (on) => {
    if (on.current !== null) on[what](on.current);
  },
});

export const inboxActions = {
  done: { id: "done", keys: ["d"], words: (t) => t("agent:inbox.done"), Icon: IconCheck, ...onRow("done") },
  later: {
    id: "later",
    keys: ["w"],
    words: (t) => t("agent:inbox.later"),
    Icon: IconClock,
    ...onRow("later"),
  },
} as const satisfies Record<string, Action<OnInbox> & { Icon?: typeof IconCheck }>;

export const INBOX: readonly Action<OnInbox>[] = Object.values(inboxActions);
