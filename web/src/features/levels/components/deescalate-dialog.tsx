import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useNotify } from "@/components/notify";
import { TicketDialog } from "@/components/ticket-dialog";
import { useDraft } from "@/lib/draft";
import { useWords } from "@/lib/words";

import { useDeescalateTicket } from "../api/deescalate-ticket";

const NOTE_LEVEL: Level = "L1";

const below = (level: Level): Level[] => LEVELS.slice(0, LEVELS.indexOf(level));

/** The way back down: with the answer, so that the lower level learns, and can find it again. */
export function DeescalateDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const notify = useNotify();
  const sendBack = useDeescalateTicket(ticket);
  const [level, setLevel] = useState<Level>(below(ticket.level).at(-1) ?? "L1");
  const draft = useDraft(`sendBack.${ticket.id}`, { answer: "", title: ticket.subject });
  const { answer, title } = draft.value;
  const [needless, setNeedless] = useState(false);
  const [keeps, setKeeps] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = (text: string) => (asked && text.trim() === "" ? t("agent:escalate.required") : undefined);

  const submit = () => {
    setAsked(true);
    if (answer.trim() === "" || (keeps && title.trim() === "")) return;
    const note = keeps ? { title: title.trim(), level: NOTE_LEVEL } : null;
    sendBack.mutate(
      { level, answer: answer.trim(), needless, note },
      {
        onSuccess: () => {
          notify(
            t(keeps ? "agent:deescalate.doneAndKept" : "agent:deescalate.done", { level, kept: NOTE_LEVEL }),
          );
          draft.clear();
          onClose();
        },
      },
    );
  };

  return (
    <TicketDialog
      title={t("agent:deescalate.title", { id: ticket.id })}
      text={t("agent:deescalate.text")}
      submit={t("agent:deescalate.submit")}
      pending={sendBack.isPending}
      error={sendBack.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t("agent:deescalate.level")}
        allowDeselect={false}
        data={below(ticket.level).map((value) => ({
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
        label={t("agent:deescalate.answer")}
        required
        autosize
        minRows={3}
        value={answer}
        error={missing(answer)}
        onChange={(event) => {
          draft.change({ answer: event.currentTarget.value });
        }}
      />
      <Checkbox
        label={t("agent:deescalate.needless")}
        checked={needless}
        onChange={(event) => {
          setNeedless(event.currentTarget.checked);
        }}
      />
      <Checkbox
        label={t("agent:deescalate.keep", { level: NOTE_LEVEL })}
        checked={keeps}
        onChange={(event) => {
          setKeeps(event.currentTarget.checked);
        }}
      />
      {keeps && (
        <TextInput
          label={t("agent:deescalate.noteTitle")}
          description={t("agent:deescalate.noteHint")}
          required
          maxLength={250}
          value={title}
          error={missing(title)}
          onChange={(event) => {
            draft.change({ title: event.currentTarget.value });
          }}
        />
      )}
    </TicketDialog>
  );
}
