import { IconClockPause } from "@tabler/icons-react";

import type { Action, AgentTexts } from "@/lib/actions";
import type { HeadMenu, OnTicket, TicketAction } from "@/lib/ticket-parts";

import { WaitDialog } from "./components/wait-dialog";
import { waitingStates } from "./waiting";

export const wait: TicketAction = {
  id: "wait",
  keys: ["w"],
  words: (t) => t("agent:wait.open"),
  Icon: IconClockPause,
  refusal: ({ ticket }, t) => (waitingStates(ticket).length === 0 ? t("agent:refused.cannotWait") : null),
  run: ({ open }) => {
    open(WaitDialog);
  },
};

const opening =
  (menu: HeadMenu) =>
  ({ choose }: OnTicket): void => {
    choose(menu);
  };

/** What nobody changes any more once the ticket is closed. */
const refusedWhenClosed = ({ ticket, busy }: OnTicket, t: AgentTexts): string | null => {
  if (ticket.phase === "closed") return t("agent:refused.closed");
  return busy ? t("agent:refused.busy") : null;
};

export const changeState: Action<OnTicket> = {
  id: "state",
  keys: ["s"],
  words: (t) => t("agent:ticket.moveTo"),
  refusal: ({ ticket, busy }, t) => {
    if (busy) return t("agent:refused.busy");
    return ticket.next_states.length === 0 ? t("agent:refused.noState") : null;
  },
  run: opening("state"),
};

export const changePriority: Action<OnTicket> = {
  id: "priority",
  keys: ["p"],
  words: (t) => t("agent:ticket.changePriority"),
  refusal: refusedWhenClosed,
  run: opening("priority"),
};

export const assign: Action<OnTicket> = {
  id: "assign",
  keys: ["a"],
  words: (t) => t("agent:ticket.assign"),
  refusal: refusedWhenClosed,
  run: opening("assignee"),
};
