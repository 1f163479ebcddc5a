import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { Me, NamedUpload } from "@/api/types";
import type { Attachments } from "@/lib/attachments";
import { keyFor, type SentKey } from "@/lib/idempotency";
import { isProblem } from "@/lib/problem";

import { createOwnTicket } from "./api/create-own-ticket";
import { createPortalTicket } from "./api/create-portal-ticket";
import { formQuery } from "./api/get-form";
import type { FormValues } from "./values";

/** A form token must be two seconds old; a fresh one after an expiry waits that long before it is used. */
const TOKEN_RIPENS_MS = 2_200;
const TRIES = 3;

const ripen = () => new Promise((resolve) => setTimeout(resolve, TOKEN_RIPENS_MS));

export interface Sent {
  id: string;
  statusUrl: string;
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

/** Send the form until it is in: the same key for the same words, a new form session when the old one ran out. */
export function useSendRequest(me: Me | null, attachments: Attachments, language: "en" | "de") {
  const client = useQueryClient();
  const lastKey = useRef<SentKey | null>(null);

  const sendOnce = async (values: FormValues): Promise<Sent> => {
    await attachments.settled();
    const content = contentOf(values, language, attachments.uploads());
    if (me !== null) {
      const sent = (lastKey.current = keyFor(content, lastKey.current));
      const created = await createOwnTicket(content, sent.key);
      return { id: created.id, statusUrl: `/tickets/${created.id}` };
    }
    const { form_token } = await client.query({ ...formQuery(), staleTime: "static" });
    const person = { name: values.name.trim(), email: values.email.trim() };
    const trap = values.website === "" ? {} : { website: values.website };
    const draft = { form_token, ...person, ...content, ...trap };
    const sent = (lastKey.current = keyFor(draft, lastKey.current));
    const created = await createPortalTicket(draft, sent.key);
    return { id: created.id, statusUrl: created.status_url };
  };

  const send = async (values: FormValues): Promise<Sent> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await sendOnce(values);
      } catch (error) {
        if (tries === TRIES || !isProblem(error, "form_too_fast", "form_expired", "form_invalid"))
          throw error;
        if (error.code !== "form_too_fast") {
          await client.query({ ...formQuery(), staleTime: 0 });
          await attachments.renew();
        }
        await ripen();
      }
    }
  };

  return useMutation({ mutationFn: send });
}
