import { useTranslation } from "react-i18next";

import { Notice } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import type { OnTicket } from "@/lib/ticket-parts";

/** A ticket that had no more room, the one in which it goes on, and one that a stranger's mail seems to be about. */
export function SequelBanner({ ticket: { follows, followed_by: next, related } }: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <>
      {follows !== null && (
        <Notice tone="info">
          {t("ticket.follows")} <TicketLink id={follows}>{follows}</TicketLink>
        </Notice>
      )}
      {related !== null && (
        <Notice tone="warn">
          {t("ticket.related")} <TicketLink id={related}>{related}</TicketLink>
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
