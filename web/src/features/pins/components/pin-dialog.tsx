import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { PlainText } from "@/components/plain-text";
import { Notice } from "@/components/states";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";

import { usePinNote } from "../api/pin-note";
import styles from "./pin-dialog.module.css";

const MOST = 1000;

/** What stands at the top of the ticket from now on; it begins with what stands there. */
export function PinDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation("agent");
  const sending = usePinNote(ticket);
  const { pin } = ticket;
  // With the words goes what they were written over: others may pin something while they are written.
  const empty = { text: pin?.text ?? "", over: pin?.at ?? "" };
  const form = useTicketForm({ name: `pin.${ticket.id}`, empty, sending, onClose });
  const text = form.texts.text.trim();
  return (
    <TicketDialog
      {...form.dialog}
      title={t("pin.title", { id: ticket.id })}
      text={t("pin.hint")}
      submit={t("pin.submit")}
      onSubmit={() => {
        form.submit(text === "" ? null : { text }, t("pin.done"));
      }}
    >
      <Textarea
        data-autofocus
        label={t("pin.label")}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={MOST}
        {...form.needed("text")}
      />
      {form.texts.over !== empty.over && (
        <div role="status">
          <Notice tone="warn">
            {pin === null ? t("pin.taken") : t("pin.moved", { name: pin.by.name })}
            {pin !== null && (
              <p className={styles.words}>
                <PlainText text={pin.text} />
              </p>
            )}
          </Notice>
        </div>
      )}
    </TicketDialog>
  );
}
