import { Button, Group, Stack, Text } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { useDraft } from "@/lib/draft";
import { refusalsOf, refused, refusedAt } from "@/lib/field-errors";
import { isProblem } from "@/lib/problem";

import { KeyTip } from "./key-tip";
import { useNotify } from "./notify";
import { Refused } from "./refused";
import { Sheet, SUBMIT } from "./sheet";
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
  const refusals = refusalsOf(sending.error);
  const [asked, setAsked] = useState(false);
  /** For a field, once it was tried to send. */
  const missing = (text: string | null) => (asked && (text ?? "").trim() === "" ? t("required") : undefined);
  return {
    texts: draft.value,
    change: draft.change,
    asked,
    missing,
    refusals,
    /** For a text field: what it holds and what it changes. `place` is where the service finds it. */
    text: (field: keyof Texts & string, place: string = field) => ({
      ...refused(refusals, place),
      value: draft.value[field],
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
        draft.change({ [field]: currentTarget.value } as unknown as Partial<Texts>);
      },
    }),
    /** The same for a field that gives what it holds. */
    when: (field: keyof Texts & string, place: string = field) => ({
      ...refused(refusals, place),
      value: draft.value[field],
      onChange: (value: string) => {
        draft.change({ [field]: value } as unknown as Partial<Texts>);
      },
    }),
    /** For a text field that must be filled. */
    needed: (field: keyof Texts & string, place: string = field) => ({
      ...refused(refusals, place),
      required: true,
      value: draft.value[field],
      error: missing(draft.value[field]) ?? refusedAt(refusals, place),
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
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form about a ticket, beside its thread: closed, it keeps what was typed. */
export function TicketDialog({ title, text, submit, pending, error, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation(["common", "agent"]);
  const form = useRef<HTMLFormElement>(null);
  return (
    <Sheet
      title={title}
      onClose={onClose}
      onSubmit={() => {
        form.current?.requestSubmit();
      }}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) onSubmit();
        }}
      >
        <Stack gap="sm">
          {isProblem(error, 412) ? (
            <div role="alert">
              <Notice tone="bad">{t("agent:conflict.property")}</Notice>
            </div>
          ) : (
            <Refused error={error} />
          )}
          {text !== undefined && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <KeyTip of={{ words: () => submit, keys: [SUBMIT] }}>
              <Button type="submit" loading={pending} aria-keyshortcuts="Control+Enter">
                {submit}
              </Button>
            </KeyTip>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
