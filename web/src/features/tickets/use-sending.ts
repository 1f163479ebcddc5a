import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { MessageDraft, Ticket, Visibility } from "@/api/types";
import { useLetGo } from "@/components/files-let-go";
import { NOTHING, trimmed } from "@/components/rich-text/written";
import { announce } from "@/lib/announcer";
import type { Attachments } from "@/lib/attachments";
import { keepAnswer, ticketQuery } from "@/lib/desk/get-ticket";
import type { Draft } from "@/lib/draft";
import { keyFor } from "@/lib/idempotency";
import { invitation } from "@/lib/invited";
import { listed } from "@/lib/isolated";
import { isProblem } from "@/lib/problem";
import { isReachable } from "@/lib/reachability";

import { addMessage } from "./api/add-message";
import { newsSince } from "./news";
import { wait } from "./outbox";
import { useHold } from "./use-hold";
import {
  copiesIn,
  filesIn,
  lostIn,
  NO_COPIES,
  sendable,
  withFiles,
  withWritten,
  writtenIn,
  type Writing,
} from "./writing";

/** Somebody waits for each word of it. */
export const isTalk = ({ channel }: Ticket, mode: Visibility): boolean =>
  channel === "chat" && mode === "public";

interface Of {
  ticket: Ticket;
  myId: string;
  mode: Visibility;
  draft: Draft<Writing>;
  attachments: Attachments;
  /** Into which state, and by which key it can be had back. */
  onSent: (state: string | null, key: string | null) => void;
}

/** It stands in the outbox. */
interface Kept {
  key: string;
  late: boolean;
  /** So long it can be had back. */
  seconds: number;
}

const saidOf = ({ late, seconds }: Kept) =>
  late
    ? (["outbox.waits"] as const)
    : seconds > 0
      ? (["outbox.held", { seconds }] as const)
      : (["outbox.going"] as const);

/** Sends what is written, and asks first when the ticket has moved meanwhile. */
export function useSending({ ticket, myId, mode, draft, attachments, onSent }: Of) {
  const { t } = useTranslation("agent");
  const letGo = useLetGo();
  const client = useQueryClient();
  const hold = useHold();
  /** Why it did not go, said at the field. */
  const [refused, setRefused] = useState<string | null>(null);
  /** The move that waits for a yes because the ticket has changed. */
  const [held, setHeld] = useState<{ state: string | null } | null>(null);
  const agreedRevision = useRef<number | null>(null);
  const { text, html: formatted } = trimmed(writtenIn(draft.value, mode));
  const lastEntry = ticket.timeline.at(-1)?.id ?? null;
  const talk = isTalk(ticket, mode);
  const news = newsSince(ticket.timeline, draft.value.since, myId);

  const sending = useMutation({
    mutationFn: async (state: string | null): Promise<Ticket | Kept> => {
      await attachments.settled();
      const { cc, bcc } = mode === "public" ? copiesIn(draft.value) : NO_COPIES;
      const { html, files } = sendable(formatted, filesIn(draft.now(), mode));
      const message: MessageDraft = {
        body: text,
        ...(html === null ? {} : { html }),
        visibility: mode,
        ...(files.length > 0 ? { attachments: files } : {}),
        ...(state === null ? {} : { state }),
        ...(cc.length > 0 ? { cc: cc.map(invitation) } : {}),
        ...(bcc.length > 0 ? { bcc: bcc.map(invitation) } : {}),
      };
      const sent = keyFor(message, draft.value.sent);
      draft.change({ sent });
      const ifMatch = agreedRevision.current ?? ticket.revision;
      const [late, seconds] = [!isReachable(), talk ? 0 : hold()];
      const item = {
        key: sent.key,
        ticketId: ticket.id,
        subject: ticket.subject,
        message,
        ...{ cc, bcc },
        ifMatch,
        late,
        ...(talk ? { talk } : {}),
      };
      if (wait({ ...item, since: lastEntry, myId }, seconds)) return { key: sent.key, late, seconds };
      // A device that keeps nothing cannot hold it.
      return addMessage(ticket.id, message, { idempotencyKey: sent.key, ...(talk ? {} : { ifMatch }) });
    },
    onSuccess: (answer, state) => {
      const kept = "key" in answer;
      if (!kept) keepAnswer(client, answer, ticket.id);
      draft.change((now) => ({
        ...withWritten(now, mode, NOTHING),
        ...withFiles(now, mode, []),
        ...(mode === "public" ? NO_COPIES : {}),
        since: null,
        sent: null,
      }));
      attachments.clear();
      setHeld(null);
      onSent(state, kept && (answer.late || answer.seconds > 0) ? answer.key : null);
      if (kept) announce(t(...saidOf(answer)));
      else announce(mode === "internal" ? t("composer.sentNote") : t("composer.sentReply"));
    },
    onError: async (error, state) => {
      if (!isProblem(error, 412)) return;
      setHeld({ state });
      await client.refetchQueries({ queryKey: ticketQuery(ticket.id).queryKey });
    },
    onSettled: () => {
      agreedRevision.current = null;
    },
  });

  const isRefused = (): boolean => {
    const lost = lostIn(formatted, [...filesIn(draft.now(), mode), ...attachments.items]);
    const asks = { count: lost.length, names: listed(lost), interpolation: { escapeValue: false } };
    const left = letGo(sendable(formatted, filesIn(draft.now(), mode)).files);
    const reason = text === "" ? t("composer.empty") : lost.length > 0 ? t("composer.lost", asks) : null;
    setRefused(reason);
    // It stands beside the files already.
    if (reason === null && left !== null) announce(left);
    return reason !== null || left !== null;
  };

  return {
    news,
    refused,
    held: held !== null,
    busy: sending.isPending,
    /** What is said nowhere else. */
    error: held === null && !attachments.failed ? sending.error : null,
    typed: () => {
      setRefused(null);
    },
    keepWriting: () => {
      setHeld(null);
    },
    /** What is new was seen, and one goes on. */
    knowNews: () => {
      draft.change({ since: lastEntry });
    },
    send: (state: string | null) => {
      if (sending.isPending || isRefused()) return;
      if (news.length > 0 && !talk) setHeld({ state });
      else sending.mutate(state);
    },
    sendAnyway: () => {
      if (isRefused()) return;
      agreedRevision.current = ticket.revision;
      draft.change({ since: lastEntry });
      sending.mutate(held?.state ?? null);
    },
  };
}
