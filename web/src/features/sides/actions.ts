import { IconMailForward } from "@tabler/icons-react";

import type { TicketAction } from "@/lib/ticket-parts";

import { NEW, openSide } from "./open-side";

export const writeBeside: TicketAction = {
  id: "writeBeside",
  keys: ["V"],
  words: (t) => t("agent:sides.new"),
  Icon: IconMailForward,
  run: () => {
    openSide(NEW);
  },
};
