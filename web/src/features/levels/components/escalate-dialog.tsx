import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useNotify } from "@/components/notify";
import { TicketDialog } from "@/components/ticket-dialog";
import { useDraft } from "@/lib/draft";
import { useWords } from "@/lib/words";

import { useEscalateTicket } from "../api/escalate-ticket";

interface Props {
  ticket: Ticket;
  onClose: () => void;
}

const above = (level: Level): Level => LEVELS[LEVELS.indexOf(level) + 1] ?? level;

export function EscalateDialog({ ticket, onClose }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const notify = useNotify();
  const escalate = useEscalateTicket(ticket);
  const [level, setLevel] = useState<Level>(above(ticket.level));
  const draft = useDraft(`escalate.${ticket.id}`, { reason: "", tried: "" });
  const { reason, tried } = draft.value;
  const [asked, setAsked] = useState(false);
  const missing = (text: string) => (asked && text.trim() === "" ? t("agent:escalate.required") : undefined);

  const submit = () => {
    setAsked(true);
    if (reason.trim() === "" || tried.trim() === "") return;
    escalate.mutate(
      { level, reason: reason.trim(), tried: tried.trim() },
      {
        onSuccess: () => {
          notify(t("agent:escalate.done", { level }));
          draft.clear();
          onClose();
        },
      },
    );
  };

  return (
    <TicketDialog
      title={t("agent:escalate.title", { id: ticket.id })}
      text={t("agent:escalate.text")}
      submit={t("agent:escalate.submit")}
      pending={escalate.isPending}
      error={escalate.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t("agent:escalate.level")}
        allowDeselect={false}
        data={LEVELS.filter((one) => one !== ticket.level || one === "L3").map((value) => ({
          value,
          label: `${value} ${words.level(value)}`,
        }))}
        value={level}
        onChange={(value) => {
          if (value !== null) setLevel(value);
        }}
      />
      <Textarea
        data-autofocus
        label={t("agent:escalate.reason")}
        required
        autosize
        minRows={2}
        value={reason}
        error={missing(reason)}
        onChange={(event) => {
          draft.change({ reason: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t("agent:escalate.tried")}
        required
        autosize
        minRows={3}
        value={tried}
        error={missing(tried)}
        onChange={(event) => {
          draft.change({ tried: event.currentTarget.value });
        }}
      />
    </TicketDialog>
  );
}
