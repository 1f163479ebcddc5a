import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { keyFor, type SentKey } from "@/lib/idempotency";

import { messageOf } from "./alike";
import { noteCall } from "./api/note-call";
import type { WrittenRequest } from "./use-request";

/** What was written goes to a request that is there, with its files, in place of a new one. */
export function useJoining({ values, topic, attachments, sent }: WrittenRequest) {
  const { t, i18n } = useTranslation();
  const lastKey = useRef<SentKey | null>(null);
  return useMutation({
    mutationFn: async (id: string) => {
      await attachments.settled();
      const uploads = attachments.uploads();
      const body = messageOf(values, topic, i18n.language, [t("yes"), t("no")]);
      const wanted = { body, ...(uploads.length > 0 && { attachments: uploads }) };
      const { key } = (lastKey.current = keyFor({ id, wanted }, lastKey.current));
      await noteCall(id, wanted, key);
      return id;
    },
    onSuccess: (id) => {
      sent({ id, statusUrl: `/tickets/${id}`, answerBy: null });
    },
  });
}
