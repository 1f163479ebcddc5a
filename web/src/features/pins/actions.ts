import { IconPin } from "@tabler/icons-react";

import type { TicketAction } from "@/lib/ticket-parts";

import { PinDialog } from "./components/pin-dialog";

export const pinNote: TicketAction = {
  id: "pinNote",
  words: (t) => t("agent:pin.open"),
  Icon: IconPin,
  run: ({ open }) => {
    open(PinDialog);
  },
};
