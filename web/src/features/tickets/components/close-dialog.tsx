import { useTranslation } from "react-i18next";

import { Question } from "@/components/settings/question";
import type { OnTicket } from "@/lib/ticket-parts";

import { useMoveTicket } from "../api/move-ticket";
import { CLOSED } from "../waiting";

/** The end of what was solved: nobody takes it up again, so it is asked about. */
export function CloseDialog({ ticket, complain, onClose }: OnTicket & { onClose: () => void }) {
  const { t } = useTranslation("agent");
  const move = useMoveTicket(ticket);
  return (
    <Question
      title={t("closing.title", { id: ticket.id })}
      doing={t("closing.submit")}
      pending={move.isPending}
      onDo={() => {
        move.mutate({ state: CLOSED }, { onError: complain, onSettled: onClose });
      }}
      onClose={onClose}
    >
      {t("closing.text")}
    </Question>
  );
}
