import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

import type { NamedUpload } from "@/api/types";
import type { Attachments } from "@/lib/attachments";
import { keyFor, type SentKey } from "@/lib/idempotency";

import { createPortalTicket } from "./api/create-portal-ticket";
import { createTicket } from "./api/create-ticket";
import type { Sender } from "./use-sender";
import type { FormValues } from "./values";

export interface Sent {
  id: string;
  statusUrl: string;
  /** When the sender hears from us at the latest. */
  answerBy: string | null;
}

function contentOf(values: FormValues, language: "en" | "de", attachments: NamedUpload[]) {
  return {
    subject: values.subject.trim(),
    description: values.description.trim(),
    ...(values.category === "" ? {} : { category: values.category }),
    impact: values.impact,
    urgency: values.urgency,
    language: values.language === "" ? language : values.language,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** Send the form: the same key for the same words, and files that belong to another form session once more. */
export function useSendRequest(sender: Sender, attachments: Attachments, language: "en" | "de") {
  const lastKey = useRef<SentKey | null>(null);
  const keyOf = (payload: unknown) => (lastKey.current = keyFor(payload, lastKey.current)).key;

  const sendOwn = async (values: FormValues): Promise<Sent> => {
    const asset = values.asset.trim();
    const content = {
      ...contentOf(values, language, attachments.uploads()),
      ...(asset === "" ? {} : { assets: [asset] }),
    };
    const { id, ticket } = await createTicket(content, keyOf(content));
    return { id, statusUrl: `/tickets/${id}`, answerBy: ticket.answer_by };
  };

  const sendForm = async (values: FormValues, token: string): Promise<Sent> => {
    if (attachments.uploads().some(({ id }) => !sender.session.holds(token, id))) await attachments.renew();
    await attachments.settled();
    const draft = {
      form_token: token,
      name: values.name.trim(),
      email: values.email.trim(),
      ...contentOf(values, language, attachments.uploads()),
      ...(values.asset.trim() === "" ? {} : { asset: values.asset.trim() }),
      ...(values.website === "" ? {} : { website: values.website }),
    };
    const { id, status_url, answer_by } = await createPortalTicket(draft, keyOf(draft));
    return { id, statusUrl: status_url, answerBy: answer_by };
  };

  return useMutation({
    mutationFn: async (values: FormValues): Promise<Sent> => {
      await attachments.settled();
      if (sender.me !== null) return sendOwn(values);
      return sender.session.act((token) => sendForm(values, token));
    },
  });
}
