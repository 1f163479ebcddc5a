import { IconPin } from "@tabler/icons-react";

import type { TicketAction } from "@/lib/ticket-parts";

import { PinDialog } from "./components/pin-dialog";

export const pinNote: TicketAction = {
  name: "pinNote",
  key: "p",
  label: (t) => t("agent:pin.open"),
  Icon: IconPin,
  isOffered: () => true,
  Dialog: PinDialog,
};
