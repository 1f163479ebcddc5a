import { IconArrowDownLeft, IconArrowUpRight, IconRoute } from "@tabler/icons-react";

import { isLead, refusedWhenFinished, type TicketAction } from "@/lib/ticket-parts";

import { CorrectDialog } from "./components/correct-dialog";
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

export const correctRouting: TicketAction = {
  id: "correctRouting",
  words: (t) => t("agent:correct.open"),
  Icon: IconRoute,
  refusal: (on, t) => (isLead(on.me) ? refusedWhenFinished(on, t) : t("agent:refused.leads")),
  run: ({ open }) => {
    open(CorrectDialog);
  },
};
