import { IconArrowDownLeft, IconArrowUpRight } from "@tabler/icons-react";

import { refusedWhenFinished, type TicketAction } from "@/lib/ticket-parts";

import { DeescalateDialog } from "./components/deescalate-dialog";
import { EscalateDialog } from "./components/escalate-dialog";

export const escalate: TicketAction = {
  id: "escalate",
  keys: ["e"],
  words: (t) => t("agent:escalate.submit"),
  Icon: IconArrowUpRight,
  refusal: refusedWhenFinished,
  run: ({ open }) => {
    open(EscalateDialog);
  },
};

export const sendBack: TicketAction = {
  id: "sendBack",
  words: (t) => t("agent:deescalate.open"),
  Icon: IconArrowDownLeft,
  refusal: (on, t) => (on.ticket.level === "L1" ? t("agent:refused.lowest") : refusedWhenFinished(on, t)),
  run: ({ open }) => {
    open(DeescalateDialog);
  },
};
