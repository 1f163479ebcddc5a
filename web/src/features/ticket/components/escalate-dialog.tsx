import { Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level, type Ticket } from "@/api/types";
import { useNotify } from "@/components/notify";
import { Notice } from "@/components/states";
import { useProblemText } from "@/lib/problem-text";
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
  const problemText = useProblemText();
  const notify = useNotify();
  const escalate = useEscalateTicket(ticket);
  const [level, setLevel] = useState<Level>(above(ticket.level));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = (text: string) => (asked && text.trim() === "" ? t("agent:escalate.required") : undefined);

  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === "" || tried.trim() === "" || escalate.isPending) return;
    escalate.mutate(
      { level, reason: reason.trim(), tried: tried.trim() },
      {
        onSuccess: () => {
          notify(t("agent:escalate.done", { level }));
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("agent:escalate.title", { id: ticket.id })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t("agent:escalate.text")}
          </Text>
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
              setReason(event.currentTarget.value);
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
              setTried(event.currentTarget.value);
            }}
          />
          {escalate.error !== null && (
            <div role="alert">
              <Notice tone="bad">{problemText(escalate.error)}</Notice>
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={escalate.isPending}>
              {t("agent:escalate.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
