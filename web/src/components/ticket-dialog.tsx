import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { useDraft } from "@/lib/draft";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { useNotify } from "./notify";
import { Notice } from "./states";

interface Of<Texts, Act> {
  /** Under this name what was typed survives a reload. */
  name: string;
  empty: Texts;
  sending: UseMutationResult<Ticket, Error, Act>;
  onClose: () => void;
}

/** What every form about a ticket does: keeps its texts, says what is missing, sends, tells it and closes. */
export function useTicketForm<Texts extends Record<keyof Texts, string>, Act>({
  name,
  empty,
  sending,
  onClose,
}: Of<Texts, Act>) {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  const draft = useDraft(name, empty);
  const [asked, setAsked] = useState(false);
  /** For a field, once it was tried to send. */
  const missing = (text: string | null) => (asked && (text ?? "").trim() === "" ? t("required") : undefined);
  return {
    texts: draft.value,
    asked,
    missing,
    /** For a text field: what it holds and what it changes. */
    text: (field: keyof Texts) => ({
      value: draft.value[field],
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
        draft.change({ [field]: currentTarget.value } as unknown as Partial<Texts>);
      },
    }),
    /** For a text field that must be filled. */
    needed: (field: keyof Texts) => ({
      required: true,
      value: draft.value[field],
      error: missing(draft.value[field]),
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
        draft.change({ [field]: currentTarget.value } as unknown as Partial<Texts>);
      },
    }),
    /** Null: something is missing, and the fields say so now. */
    submit: (act: Act | null, done: string) => {
      setAsked(true);
      if (act === null) return;
      sending.mutate(act, {
        onSuccess: () => {
          notify(done);
          draft.clear();
          onClose();
        },
      });
    },
    dialog: { pending: sending.isPending, error: sending.error, onClose },
  };
}

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
  const { t } = useTranslation(["common", "agent"]);
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
              <Notice tone="bad">
                {isProblem(error, 412) ? t("agent:conflict.property") : problemText(error)}
              </Notice>
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
