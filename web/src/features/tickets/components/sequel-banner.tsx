import { useTranslation } from "react-i18next";

import { Notice } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import type { OnTicket } from "@/lib/ticket-parts";

/** A ticket that had no more room, and the one in which it goes on. */
export function SequelBanner({ ticket: { follows, followed_by: next } }: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <>
      {follows !== null && (
        <Notice tone="info">
          {t("ticket.follows")} <TicketLink id={follows}>{follows}</TicketLink>
        </Notice>
      )}
      {next !== null && (
        <Notice tone="warn">
          {t("ticket.followedBy")} <TicketLink id={next}>{next}</TicketLink>
        </Notice>
      )}
    </>
  );
}
