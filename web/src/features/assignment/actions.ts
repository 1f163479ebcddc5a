import { IconHandStop, IconTransfer } from "@tabler/icons-react";

import { refusedWhenFinished, type TicketAction } from "@/lib/ticket-parts";

import { HandOverDialog } from "./components/hand-over-dialog";

export const take: TicketAction = {
  id: "take",
  keys: ["t"],
  words: (t) => t("agent:ticket.take"),
  Icon: IconHandStop,
  refusal: (on, t) =>
    on.ticket.assignee?.id === on.me.id ? t("agent:refused.yours") : refusedWhenFinished(on, t),
  run: ({ me, busy, change }) => {
    if (!busy) change({ assignee: me.id });
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
