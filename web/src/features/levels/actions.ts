import { IconArrowDownLeft, IconArrowUpRight, IconRoute } from "@tabler/icons-react";

import { isFinished, isLead, type TicketAction } from "@/lib/ticket-parts";

import { CorrectDialog } from "./components/correct-dialog";
import { DeescalateDialog } from "./components/deescalate-dialog";
import { EscalateDialog } from "./components/escalate-dialog";

export const escalate: TicketAction = {
  name: "escalate",
  key: "e",
  label: (t) => t("agent:escalate.submit"),
  Icon: IconArrowUpRight,
  isOffered: (ticket) => !isFinished(ticket),
  Dialog: EscalateDialog,
};

export const sendBack: TicketAction = {
  name: "sendBack",
  label: (t) => t("agent:deescalate.open"),
  Icon: IconArrowDownLeft,
  isOffered: (ticket) => !isFinished(ticket) && ticket.level !== "L1",
  Dialog: DeescalateDialog,
};

export const correctRouting: TicketAction = {
  name: "correctRouting",
  label: (t) => t("agent:correct.open"),
  Icon: IconRoute,
  isOffered: (ticket, me) => !isFinished(ticket) && isLead(me),
  Dialog: CorrectDialog,
};
