import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import type { AfterSend } from "@/features/tickets/components/send-button";
import { takeBack } from "@/features/tickets/take-back";
import { useHold } from "@/features/tickets/use-hold";

import type { OnTicketPage } from "./actions";

type Page = Pick<OnTicketPage, "ticket" | "beside" | "goTo" | "back">;

/** After a plain message one stays; when the ticket has moved on with it, one is led on as one wishes. */
export function useAfterSending(
  { ticket, beside, goTo, back }: Page,
  then: AfterSend,
  stay: () => void,
): (state: string | null, key: string | null) => void {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  const hold = useHold();
  return (state, key) => {
    if (state === null || then === "stay") {
      stay();
      return;
    }
    if (then === "next" && beside.next !== null) goTo(beside.next);
    else back();
    if (key === null) return;
    const seconds = hold();
    notify(seconds > 0 ? t("outbox.heldFor", { id: ticket.id, seconds }) : t("outbox.waits"), {
      undo: {
        words: t("composer.undo"),
        run: () => {
          if (takeBack(key)) goTo(ticket.id);
          else notify(t("outbox.gone"), { tone: "warn" });
        },
      },
    });
  };
}
