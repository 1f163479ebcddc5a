import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";

import { useMoveTicket } from "../api/move-ticket";
import { CANCELLED } from "../waiting";

interface Props {
  ticket: Ticket;
  onClose: () => void;
}

/** The end of a ticket that nobody solves: it is asked why, and therefore not undone with a key. */
export const CancelDialog = (props: Props) => <Cancelling {...props} what="cancelling" />;

/** The same for what is no request at all: the reason stands there already. */
export const SpamDialog = (props: Props) => <Cancelling {...props} what="spam" />;

function Cancelling({ ticket, onClose, what }: Props & { what: "cancelling" | "spam" }) {
  const { t } = useTranslation("agent");
  const sending = useMoveTicket(ticket);
  const form = useTicketForm({
    name: `${what}.${ticket.id}`,
    empty: { reason: what === "spam" ? t("spam.word") : "" },
    ...{ sending, onClose },
  });
  const reason = form.texts.reason.trim();
  return (
    <TicketDialog
      {...form.dialog}
      title={t(`${what}.title`, { id: ticket.id })}
      text={t("cancelling.text")}
      submit={t(`${what}.submit`)}
      onSubmit={() => {
        form.submit(reason === "" ? null : { state: CANCELLED, reason }, t(`${what}.done`));
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
