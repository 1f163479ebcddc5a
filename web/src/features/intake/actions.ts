/** What is done with calls and visits. */
import type { Action } from "@/lib/actions";
import type { OnTicket } from "@/lib/ticket-parts";

import { openCall } from "./call";

export const newTicket: Action<unknown> = {
  id: "new",
  keys: ["c"],
  words: (t) => t("agent:nav.new"),
  run: () => {
    openCall();
  },
};

/** Its requester calls about a ticket. */
export const callAbout: Action<OnTicket> = {
  id: "call",
  keys: ["l"],
  words: (t) => t("agent:create.callAbout"),
  refusal: ({ ticket }, t) => (ticket.phase === "closed" ? t("agent:composer.closed") : null),
  run: ({ ticket }) => {
    openCall({ id: ticket.id, subject: ticket.subject, requester: ticket.requester });
  },
};

export interface OnCall {
  take: (solved: boolean) => void;
  /** Whether what is open there can be solved. */
  solvable: boolean;
}

export const takeIn: Action<OnCall> = {
  id: "takeIn",
  keys: ["Ctrl+Enter"],
  words: (t) => t("agent:create.submit"),
  run: ({ take }) => {
    take(false);
  },
};

export const solvedThere: Action<OnCall> = {
  id: "solvedThere",
  keys: ["Ctrl+Shift+Enter"],
  words: (t) => t("agent:create.solved"),
  refusal: ({ solvable }, t) => (solvable ? null : t("agent:refused.notThere")),
  run: ({ take }) => {
    take(true);
  },
};

export const CALLING: readonly Action<OnCall>[] = [takeIn, solvedThere];
