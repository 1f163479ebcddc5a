import { IconClockPause } from "@tabler/icons-react";

import type { TicketAction } from "@/lib/ticket-parts";

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
