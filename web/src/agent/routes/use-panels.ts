import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { arranged, type PlacedPanel } from "@/lib/arranged";
import { useOwnSettings } from "@/lib/desk/own-settings";

import { PANELS } from "../ticket-parts";

const NAMES = PANELS.map(({ name }) => name);

/** In one's own order, those one does not want to see too; null as long as that is not known. */
export function usePanels(): readonly PlacedPanel[] | null {
  const own = useOwnSettings();
  // If it cannot be had at once, they stand as usual.
  if (own.isPending && own.failureCount === 0) return null;
  return arranged(NAMES, own.data?.panels);
}

/** Those that are shown at a ticket, with what they are called. */
export function useShownPanels(ticket: Ticket) {
  const { t } = useTranslation(["agent", "common"]);
  return (usePanels() ?? [])
    .filter(({ hidden }) => !hidden)
    .flatMap(({ name }) => PANELS.filter((panel) => panel.name === name))
    .filter(({ appliesTo }) => appliesTo?.(ticket) !== false)
    .map(({ name, title, Icon }) => ({ name, Icon, title: title(t) }));
}
