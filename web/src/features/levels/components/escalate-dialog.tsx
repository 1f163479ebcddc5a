import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useTicketForm } from "@/components/ticket-dialog";

import { useEscalateTicket } from "../api/escalate-ticket";
import { LevelDialog } from "./level-dialog";

const above = (level: Level): Level => LEVELS[LEVELS.indexOf(level) + 1] ?? level;

export function EscalateDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation("agent");
  const sending = useEscalateTicket(ticket);
  const [level, setLevel] = useState<Level>(above(ticket.level));
  const empty = { reason: "", tried: "" };
  const form = useTicketForm({ name: `escalate.${ticket.id}`, empty, sending, onClose });
  const reason = form.texts.reason.trim();
  const tried = form.texts.tried.trim();
  return (
    <LevelDialog
      {...form.dialog}
      of="escalate"
      id={ticket.id}
      levels={LEVELS.filter((one) => one !== ticket.level || one === "L3")}
      level={level}
      onLevel={setLevel}
      onSubmit={() => {
        const whole = reason !== "" && tried !== "";
        form.submit(whole ? { level, reason, tried } : null, t("escalate.done", { level }));
      }}
    >
      <Textarea data-autofocus label={t("escalate.reason")} autosize minRows={2} {...form.needed("reason")} />
      <Textarea label={t("escalate.tried")} autosize minRows={3} {...form.needed("tried")} />
    </LevelDialog>
  );
}
