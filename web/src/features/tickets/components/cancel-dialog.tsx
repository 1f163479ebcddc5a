import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";

import { useMoveTicket } from "../api/move-ticket";
import { CANCELLED } from "../waiting";

/** The end of a ticket that nobody solves: it is asked why, and therefore not undone with a key. */
export function CancelDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation("agent");
  const sending = useMoveTicket(ticket);
  const form = useTicketForm({ name: `cancel.${ticket.id}`, empty: { reason: "" }, sending, onClose });
  const reason = form.texts.reason.trim();
  return (
    <TicketDialog
      {...form.dialog}
      title={t("cancelling.title", { id: ticket.id })}
      text={t("cancelling.text")}
      submit={t("cancelling.submit")}
      onSubmit={() => {
        form.submit(reason === "" ? null : { state: CANCELLED, reason }, t("cancelling.done"));
      }}
    >
      <Textarea
        data-autofocus
        label={t("cancelling.reason")}
        autosize
        minRows={2}
        maxLength={250}
        {...form.needed("reason")}
      />
    </TicketDialog>
  );
}
