import { useTranslation } from "react-i18next";

import { useNewsOf } from "@/lib/live-context";

const REASONS = [
  "StateChanged",
  "TicketAssigned",
  "TicketDeescalated",
  "TicketEscalated",
  "TicketHandedOver",
  "TicketUpdated",
] as const;

/** Why a ticket left a queue, as far as the news of it tell. */
export function useWhyGone(): (id: string) => string {
  const { t } = useTranslation("agent");
  const newsOf = useNewsOf();
  return (id) => {
    const news = newsOf(id);
    const known = REASONS.find((reason) => reason === news);
    return known === undefined ? t("queue.gone") : t(`queue.goneBy.${known}`);
  };
}
