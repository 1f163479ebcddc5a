import { Button, Checkbox, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useNotify } from "@/components/notify";
import { Notice } from "@/components/states";
import { useProblemText } from "@/lib/problem-text";
import { useWords } from "@/lib/words";

import { useDeescalateTicket } from "../api/deescalate-ticket";

const NOTE_LEVEL: Level = "L1";

const below = (level: Level): Level[] => LEVELS.slice(0, LEVELS.indexOf(level));

/** The way back down: with the answer, so that the lower level learns, and can find it again. */
export function DeescalateDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const problemText = useProblemText();
  const notify = useNotify();
  const sendBack = useDeescalateTicket(ticket);
  const [level, setLevel] = useState<Level>(below(ticket.level).at(-1) ?? "L1");
  const [answer, setAnswer] = useState("");
  const [needless, setNeedless] = useState(false);
  const [keeps, setKeeps] = useState(false);
  const [title, setTitle] = useState(ticket.subject);
  const [asked, setAsked] = useState(false);
  const missing = (text: string) => (asked && text.trim() === "" ? t("agent:escalate.required") : undefined);

  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (answer.trim() === "" || (keeps && title.trim() === "") || sendBack.isPending) return;
    const note = keeps ? { title: title.trim(), level: NOTE_LEVEL } : null;
    sendBack.mutate(
      { level, answer: answer.trim(), needless, note },
      {
        onSuccess: () => {
          notify(
            t(keeps ? "agent:deescalate.doneAndKept" : "agent:deescalate.done", { level, kept: NOTE_LEVEL }),
          );
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("agent:deescalate.title", { id: ticket.id })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t("agent:deescalate.text")}
          </Text>
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
              setAnswer(event.currentTarget.value);
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
                setTitle(event.currentTarget.value);
              }}
            />
          )}
          {sendBack.error !== null && (
            <div role="alert">
              <Notice tone="bad">{problemText(sendBack.error)}</Notice>
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={sendBack.isPending}>
              {t("agent:deescalate.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
