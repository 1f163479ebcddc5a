import { IconHandStop, IconTransfer } from "@tabler/icons-react";

import { refusedWhenFinished, type TicketAction } from "@/lib/ticket-parts";

import { HandOverDialog } from "./components/hand-over-dialog";

export const take: TicketAction = {
  id: "take",
  keys: ["t"],
  words: (t) => t("agent:ticket.take"),
  Icon: IconHandStop,
  refusal: (on, t) => {
    if (on.ticket.assignee?.id === on.me.id) return t("agent:refused.yours");
    return refusedWhenFinished(on, t) ?? (on.busy ? t("agent:refused.busy") : null);
  },
  run: ({ me, change }) => {
    change({ assignee: me.id });
  },
};

export const handOver: TicketAction = {
  id: "handOver",
  keys: ["h"],
  words: (t) => t("agent:handOver.open"),
  Icon: IconTransfer,
  refusal: refusedWhenFinished,
  run: ({ open }) => {
    open(HandOverDialog);
  },
};
