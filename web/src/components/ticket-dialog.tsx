import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useProblemText } from "@/lib/problem-text";

import { Notice } from "./states";

interface Props {
  title: string;
  text?: string;
  submit: string;
  pending: boolean;
  /** What is not said at a field. */
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form about a ticket, above its page. */
export function TicketDialog({ title, text, submit, pending, error, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation("common");
  const problemText = useProblemText();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) onSubmit();
        }}
      >
        <Stack gap="sm">
          {text !== undefined && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
          {children}
          {error !== null && (
            <div role="alert">
              <Notice tone="bad">{problemText(error)}</Notice>
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={pending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
