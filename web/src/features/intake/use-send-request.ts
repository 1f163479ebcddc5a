import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

import type { NamedUpload, Topic } from "@/api/types";
import type { Attachments } from "@/lib/attachments";
import { keyFor, type SentKey } from "@/lib/idempotency";

import { createPortalTicket } from "./api/create-portal-ticket";
import { createTicket } from "./api/create-ticket";
import type { Sender } from "./use-sender";
import { answersOf } from "./topics";
import type { FormValues } from "./values";

export interface Sent {
  id: string;
  statusUrl: string;
  /** When the sender hears from us at the latest. */
  answerBy: string | null;
}

interface Wanted {
  values: FormValues;
  /** Asked by its questions; without one, by the plain form. */
  topic: Topic | null;
}

function askedOf({ values, topic }: Wanted) {
  if (topic !== null) return { topic: topic.id, answers: answersOf(topic, values.answers[topic.id] ?? {}) };
  const { category, impact, urgency } = values;
  return { ...(category === "" ? {} : { category }), impact, urgency };
}

function contentOf(wanted: Wanted, language: "en" | "de", attachments: NamedUpload[]) {
  const { values, topic } = wanted;
  return {
    subject: values.subject.trim(),
    description: values.description.trim(),
    ...askedOf(wanted),
    language: topic !== null || values.language === "" ? language : values.language,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** A field that is not on the page says nothing. */
const assetOf = ({ values, topic }: Wanted): string =>
  topic === null || topic.asks_asset ? values.asset.trim() : "";

/** Send the form: the same key for the same words, and files that belong to another form session once more. */
export function useSendRequest(sender: Sender, attachments: Attachments, language: "en" | "de") {
  const lastKey = useRef<SentKey | null>(null);
  const keyOf = (payload: unknown) => (lastKey.current = keyFor(payload, lastKey.current)).key;

  const sendOwn = async (wanted: Wanted): Promise<Sent> => {
    const asset = assetOf(wanted);
    const content = {
      ...contentOf(wanted, language, attachments.uploads()),
      ...(asset === "" ? {} : { assets: [asset] }),
    };
    const { id, ticket } = await createTicket(content, keyOf(content));
    return { id, statusUrl: `/tickets/${id}`, answerBy: ticket.answer_by };
  };

  const sendForm = async (wanted: Wanted, token: string): Promise<Sent> => {
    const { values } = wanted;
    const asset = assetOf(wanted);
    if (attachments.uploads().some(({ id }) => !sender.session.holds(token, id))) await attachments.renew();
    await attachments.settled();
    const draft = {
      form_token: token,
      name: values.name.trim(),
      email: values.email.trim(),
      ...contentOf(wanted, language, attachments.uploads()),
      ...(asset === "" ? {} : { asset }),
      ...(values.website === "" ? {} : { website: values.website }),
    };
    const { id, status_url, answer_by } = await createPortalTicket(draft, keyOf(draft));
    return { id, statusUrl: status_url, answerBy: answer_by };
  };

  return useMutation({
    mutationFn: async (wanted: Wanted): Promise<Sent> => {
      await attachments.settled();
      if (sender.me !== null) return sendOwn(wanted);
      return sender.session.act((token) => sendForm(wanted, token));
    },
  });
}
