import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useTicketForm } from "@/components/ticket-dialog";

import { useEscalateTicket } from "../api/escalate-ticket";
import { LevelDialog } from "./level-dialog";

const above = (level: Level): Level => LEVELS[LEVELS.indexOf(level) + 1] ?? level;

export function EscalateDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation("agent");
  const sending = useEscalateTicket(ticket);
  const levels = LEVELS.filter((one) => one !== ticket.level || one === "L3");
  const usual = above(ticket.level);
  const empty = { reason: "", tried: "", level: usual };
  const form = useTicketForm({ name: `escalate.${ticket.id}`, empty, sending, onClose });
  const reason = form.texts.reason.trim();
  const tried = form.texts.tried.trim();
  // What was chosen before may be where it is by now.
  const level = levels.find((one) => one === form.texts.level) ?? usual;
  return (
    <LevelDialog
      {...form.dialog}
      of="escalate"
      id={ticket.id}
      levels={levels}
      level={level}
      onLevel={(chosen) => {
        form.change({ level: chosen });
      }}
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
