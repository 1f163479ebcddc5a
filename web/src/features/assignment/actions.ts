import { IconTransfer } from "@tabler/icons-react";

import { isFinished, type TicketAction } from "@/lib/ticket-parts";

import { HandOverDialog } from "./components/hand-over-dialog";

export const handOver: TicketAction = {
  name: "handOver",
  label: (t) => t("agent:handOver.open"),
  Icon: IconTransfer,
  isOffered: (ticket) => !isFinished(ticket),
  Dialog: HandOverDialog,
};
