import { useTranslation } from "react-i18next";

import type { Me, Ticket } from "@/api/types";
import { arranged, type PlacedPanel } from "@/lib/arranged";
import { useMe } from "@/lib/desk/get-me";
import { useOwnSettings } from "@/lib/desk/own-settings";

import { PANELS } from "../ticket-parts";

const namesFor = (me: Me) => PANELS.filter(({ isFor }) => isFor?.(me) !== false).map(({ name }) => name);

const FOLDED = PANELS.filter(({ foldedAtFirst }) => foldedAtFirst).map(({ name }) => name);

/** In one's own order, those one does not want to see too; null as long as that is not known. */
export function usePanels(): readonly PlacedPanel[] | null {
  const own = useOwnSettings();
  const me = useMe().data;
  // If it cannot be had at once, they stand as usual.
  if (own.isPending && own.failureCount === 0) return null;
  if (me === undefined) return null;
  return arranged(namesFor(me), own.data?.panels, FOLDED);
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
