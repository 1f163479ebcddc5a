import { Button, Checkbox, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useNotify } from "@/components/notify";
import { Notice } from "@/components/states";
import { useProblemText } from "@/lib/problem-text";
import { useWords } from "@/lib/words";

import { useDeescalateTicket } from "../api/deescalate-ticket";

const below = (level: Level): Level[] => LEVELS.slice(0, LEVELS.indexOf(level));

/** The way back down: with the answer, so that the lower level learns. */
export function DeescalateDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const problemText = useProblemText();
  const notify = useNotify();
  const sendBack = useDeescalateTicket(ticket);
  const [level, setLevel] = useState<Level>(below(ticket.level).at(-1) ?? "L1");
  const [answer, setAnswer] = useState("");
  const [needless, setNeedless] = useState(false);
  const [asked, setAsked] = useState(false);

  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (answer.trim() === "" || sendBack.isPending) return;
    sendBack.mutate(
      { level, answer: answer.trim(), needless },
      {
        onSuccess: () => {
          notify(t("agent:deescalate.done", { level }));
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
            data={below(ticket.level).map((value) => ({ value, label: `${value} ${words.level(value)}` }))}
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
            error={asked && answer.trim() === "" ? t("agent:escalate.required") : undefined}
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
