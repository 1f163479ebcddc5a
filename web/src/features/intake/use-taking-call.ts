import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { useAttachments } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";
import { useDraft } from "@/lib/draft";
import { refusalsOf, refused, type Refusals } from "@/lib/field-errors";
import { keyFor, type SentKey } from "@/lib/idempotency";
import { goToField } from "@/lib/refused-fields";

import { createTicket } from "./api/create-ticket";
import { noteCall } from "./api/note-call";
import type { About } from "./call";
import { callerOf, draftOf, emptyCall, joinedTo, messageOf, missingIn, type CallValues } from "./call-values";

/** Fields that are refused for being empty alone. */
const NEEDED = new Set(["subject", "description"]);

interface Taken {
  id: string;
  solved: boolean;
  /** To a ticket that was there. */
  added: boolean;
}

/** What is noted, kept until it is sent; files as long as the page is there. */
export function useTakingCall(about: About | null, onTaken: (taken: Taken) => void) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const client = useQueryClient();
  const draft = useDraft<CallValues>(about === null ? "new-ticket" : `call.${about.id}`, {
    ...emptyCall(i18n.language),
    about,
  });
  const attachments = useAttachments(askForUpload);
  const [errors, setErrors] = useState<Refusals>([]);
  const lastKey = useRef<SentKey | null>(null);
  const values = draft.value;

  const sending = useMutation({
    mutationFn: async (solved: boolean) => {
      await attachments.settled();
      const files = attachments.uploads();
      const on = values.about;
      const wanted = on === null ? draftOf(values, files, solved) : messageOf(values, files, solved);
      const { key } = (lastKey.current = keyFor({ on: on?.id, wanted }, lastKey.current));
      if (on === null) return (await createTicket(draftOf(values, files, solved), key)).id;
      return (await noteCall(on.id, messageOf(values, files, solved), key)).id;
    },
    onSuccess: (id, solved) => {
      taken({ id, solved, added: values.about !== null });
    },
    onError: explain,
  });

  const joining = useMutation({
    mutationFn: async ({ id, requester }: Card) => {
      await attachments.settled();
      const who = callerOf(values);
      const from =
        who === "" ? "" : t("agent:create.joinedFrom", { who, interpolation: { escapeValue: false } });
      const wanted = joinedTo(requester.id, values, attachments.uploads(), from);
      const { key } = (lastKey.current = keyFor({ on: id, wanted }, lastKey.current));
      return (await noteCall(id, wanted, key)).id;
    },
    onSuccess: (id) => {
      taken({ id, solved: false, added: true });
    },
    onError: explain,
  });

  function taken(what: Taken) {
    discard();
    void client.invalidateQueries({ queryKey: ["tickets"] });
    void client.invalidateQueries({ queryKey: ["ticket", what.id] });
    onTaken(what);
  }

  function explain(error: unknown) {
    setErrors(
      refusalsOf(error).map(({ place, message }) => ({
        place: place === "body" ? "description" : place,
        message: NEEDED.has(place) ? t("agent:required") : message,
      })),
    );
  }

  function discard() {
    draft.clear();
    attachments.clear();
    setErrors([]);
    lastKey.current = null;
  }

  return {
    values,
    attachments,
    errors,
    error: attachments.failed ? null : (sending.error ?? joining.error),
    /** What is on its way: true when as solved. */
    busy: sending.isPending ? sending.variables : null,
    change: (part: Partial<CallValues>) => {
      draft.change(part);
      const changed = new Set("typed" in part || "name" in part || "contact" in part ? ["requester"] : []);
      setErrors((before) =>
        before.filter(({ place }) => {
          const field = place.split(/[.[]/)[0] ?? "";
          return !(field in part) && !changed.has(field);
        }),
      );
    },
    refused: (place: string) => refused(errors, place),
    discard,
    /** The ticket to which it is on its way. */
    joining: joining.isPending ? joining.variables.id : null,
    join: (ticket: Card) => {
      if (sending.isPending || joining.isPending) return;
      sending.reset();
      joining.mutate(ticket);
    },
    take: (solved: boolean, root: ParentNode | null) => {
      if (sending.isPending || joining.isPending) return;
      joining.reset();
      const found = missingIn(values).map((place) => ({ place, message: t("agent:required") }));
      setErrors(found);
      const [first] = found;
      if (first === undefined) sending.mutate(solved);
      else if (root !== null) goToField(first.place, root);
    },
  };
}

export type TakingCall = ReturnType<typeof useTakingCall>;
