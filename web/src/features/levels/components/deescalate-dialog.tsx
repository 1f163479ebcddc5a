import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useTicketForm } from "@/components/ticket-dialog";

import { useDeescalateTicket } from "../api/deescalate-ticket";
import { LevelDialog } from "./level-dialog";

const NOTE_LEVEL: Level = "L1";

const below = (level: Level): Level[] => LEVELS.slice(0, LEVELS.indexOf(level));

/** The way back down: with the answer, so that the lower level learns, and can find it again. */
export function DeescalateDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation("agent");
  const sending = useDeescalateTicket(ticket);
  const levels = below(ticket.level);
  const usual = levels.at(-1) ?? "L1";
  const empty = { answer: "", title: ticket.subject, level: usual };
  const form = useTicketForm({ name: `sendBack.${ticket.id}`, empty, sending, onClose });
  const [needless, setNeedless] = useState(false);
  const [keeps, setKeeps] = useState(false);
  // What was chosen before may be where it is by now.
  const level = levels.find((one) => one === form.texts.level) ?? usual;
  const answer = form.texts.answer.trim();
  const title = form.texts.title.trim();
  return (
    <LevelDialog
      {...form.dialog}
      of="deescalate"
      id={ticket.id}
      levels={levels}
      level={level}
      onLevel={(chosen) => {
        form.change({ level: chosen });
      }}
      onSubmit={() => {
        const whole = answer !== "" && (!keeps || title !== "");
        const note = keeps ? { title, level: NOTE_LEVEL } : null;
        form.submit(
          whole ? { level, answer, needless, note } : null,
          t(keeps ? "deescalate.doneAndKept" : "deescalate.done", { level, kept: NOTE_LEVEL }),
        );
      }}
    >
      <Textarea
        data-autofocus
        label={t("deescalate.answer")}
        autosize
        minRows={3}
        {...form.needed("answer")}
      />
      <Checkbox
        label={t("deescalate.needless")}
        checked={needless}
        onChange={(event) => {
          setNeedless(event.currentTarget.checked);
        }}
      />
      <Checkbox
        label={t("deescalate.keep", { level: NOTE_LEVEL })}
        checked={keeps}
        onChange={(event) => {
          setKeeps(event.currentTarget.checked);
        }}
      />
      {keeps && (
        <TextInput
          label={t("deescalate.noteTitle")}
          description={t("deescalate.noteHint")}
          maxLength={250}
          {...form.needed("title", "note.title")}
        />
      )}
    </LevelDialog>
  );
}
