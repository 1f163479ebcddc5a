import { useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Topic } from "@/api/types";
import { useAttachments } from "@/lib/attachments";
import { changeDraft, useDraft } from "@/lib/draft";
import { refusalsOf, refused, refusedAt, type Refusals } from "@/lib/field-errors";
import { asLanguage } from "@/lib/language";
import { useKeptFiles } from "@/lib/kept-files";
import { isProblem, type ApiProblem } from "@/lib/problem";

import { formQuery, useForm } from "./api/get-form";
import { useSendRequest, type Sent } from "./use-send-request";
import { useSender } from "./use-sender";
import { ASKED, EMPTY, REFUSED, REQUEST, type FieldName, type FormValues } from "./values";

/** What is drawn below what was written, by it. */
export type Beside = (text: string) => ReactNode;

export type OnSent = (sent: Sent, email: string) => void;

/** The questions are no longer those of the page. */
const OTHERWISE = new Set(["no_topic", "no_question", "no_choice"]);

/** A request as it is written: its draft, its files, what is wrong with it, and how it is sent. */
export function useRequest(me: Me | null, onSent: OnSent, topic: Topic | null = null) {
  const { t, i18n } = useTranslation(["portal", "common"]);
  const language = asLanguage(i18n.language);
  const client = useQueryClient();
  const form = useForm();
  const draft = useDraft<FormValues>(REQUEST, EMPTY);
  const values = draft.value;
  const [errors, setErrors] = useState<Refusals>([]);
  const summary = useRef<HTMLDivElement>(null);

  const sender = useSender(me);
  // What the holder of a form sent before they signed in belongs to the form, and not to them.
  const kept = useKeptFiles(me === null ? REQUEST : `own-${REQUEST}`);
  const attachments = useAttachments(sender.ask, form.data?.max_attachment_bytes, kept);
  const sending = useSendRequest(sender, attachments, language);

  const [told, setTold] = useState(0);
  // Above the form there is nothing to stand on until it is drawn.
  useLayoutEffect(() => {
    if (told > 0) summary.current?.focus();
  }, [told]);
  const showErrors = (found: Refusals) => {
    setErrors(found);
    if (found.length > 0) setTold((times) => times + 1);
  };

  /** Fields we know are explained in our words, in the reader's language; others by their reason. */
  const worded = (error: ApiProblem): Refusals =>
    refusalsOf(error).map(({ place, message }) => {
      const known = REFUSED[place];
      return { place, message: known === undefined ? message : t(`portal:required.${known}`) };
    });

  /** It is with us: nothing of it is kept here. */
  const done = (sent: Sent) => {
    draft.clear();
    changeDraft<{ words: string }>(ASKED, () => ({ words: "" }));
    attachments.clear();
    sender.session.forget();
    void client.resetQueries(formQuery());
    onSent(sent, me?.email ?? values.email.trim());
  };

  const send = () => {
    sending.mutate(
      { values, topic },
      {
        onSuccess: done,
        onError: (error) => {
          if (!isProblem(error)) return;
          showErrors(worded(error));
          if (error.fields.some(({ code }) => OTHERWISE.has(code)))
            void client.invalidateQueries({ queryKey: formQuery().queryKey });
        },
      },
    );
  };

  return {
    ...{ me, form, draft, values, topic, language, errors, summary, attachments, sending, showErrors },
    sent: done,
    /** Send it, unless something is still wrong with it. */
    submit: (found: Refusals) => {
      if (sending.isPending) return;
      showErrors(found);
      if (found.length === 0 && !attachments.failed) send();
    },
    /** What is written there now is no longer what was refused. */
    mended: (place: string) => {
      if (refusedAt(errors, place) !== undefined) setErrors(errors.filter((one) => one.place !== place));
    },
    discard: () => {
      draft.clear();
      attachments.clear();
      setErrors([]);
      sending.reset();
    },
    field: (name: FieldName) => ({ name, value: values[name], ...refused(errors, name) }),
  };
}

export type WrittenRequest = ReturnType<typeof useRequest>;
