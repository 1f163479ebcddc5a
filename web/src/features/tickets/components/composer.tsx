import { Button, SegmentedControl, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useImperativeHandle, useRef, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";

import type { MessageDraft, Ticket, Visibility } from "@/api/types";
import { FilePicker } from "@/components/file-picker";
import { Notice } from "@/components/states";
import { act } from "@/lib/actions";
import { announce } from "@/lib/announcer";
import { useAttachments } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";
import { keepAnswer, ticketQuery } from "@/lib/desk/get-ticket";
import { useDraft } from "@/lib/draft";
import { keyFor, type SentKey } from "@/lib/idempotency";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";
import { keyOf } from "@/lib/shortcuts";

import { addMessage } from "../api/add-message";
import { COMPOSING } from "../composing";
import { newsSince } from "../news";
import styles from "./composer.module.css";
import { ConflictNotice } from "./conflict-notice";

interface Draft {
  mode: Visibility;
  public: string;
  internal: string;
  /** The last entry that was there when the writing began. */
  since: string | null;
  /** Survives a reload, so that a message that did arrive is not sent twice. */
  sent: SentKey | null;
}

const EMPTY: Draft = { mode: "public", public: "", internal: "", since: null, sent: null };

/** What others on the page may do to the text. */
export interface ComposerHandle {
  focus: () => void;
  /** Put something into the reply, after what is there. */
  insert: (words: string) => void;
}

interface Props {
  ticket: Ticket;
  myId: string;
  mode: Visibility | null;
  onMode: (mode: Visibility) => void;
  handle: Ref<ComposerHandle>;
  /** Out of it, to where keys act again. */
  onLeave: () => void;
}

export function Composer({ ticket, myId, mode: wanted, onMode, handle, onLeave }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const problemText = useProblemText();
  const client = useQueryClient();
  const draft = useDraft<Draft>(`ticket.${ticket.id}`, EMPTY);
  const attachments = useAttachments(askForUpload);
  const [empty, setEmpty] = useState(false);
  /** The move that waits for a yes because the ticket has changed. */
  const [held, setHeld] = useState<{ state: string | null } | null>(null);
  const agreedRevision = useRef<number | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);

  const closed = ticket.phase === "closed";
  const mode: Visibility = closed ? "internal" : (wanted ?? draft.value.mode);
  const text = draft.value[mode];
  const lastEntry = ticket.timeline.at(-1)?.id ?? null;
  const news = newsSince(ticket.timeline, draft.value.since, myId);

  const sending = useMutation({
    mutationFn: async (state: string | null) => {
      await attachments.settled();
      const message: MessageDraft = {
        body: text.trim(),
        visibility: mode,
        ...(attachments.items.length > 0 ? { attachments: attachments.uploads() } : {}),
        ...(state === null ? {} : { state }),
      };
      const sent = keyFor(message, draft.value.sent);
      draft.change({ sent });
      const ifMatch = agreedRevision.current ?? ticket.revision;
      return addMessage(ticket.id, message, { idempotencyKey: sent.key, ifMatch });
    },
    onSuccess: (answer) => {
      keepAnswer(client, answer);
      draft.change({ [mode]: "", since: null, sent: null });
      attachments.clear();
      setHeld(null);
      onLeave();
      announce(mode === "internal" ? t("agent:composer.sentNote") : t("agent:composer.sentReply"));
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

  const write = (value: string, into: Visibility = mode) => {
    setEmpty(false);
    const begins = draft.value[into] === "" && value !== "";
    draft.change({
      [into]: value,
      mode: into,
      ...(begins || draft.value.since === null ? { since: lastEntry } : {}),
    });
  };

  useImperativeHandle(handle, () => ({
    focus: () => {
      area.current?.focus();
    },
    insert: (words) => {
      const before = draft.value.public;
      write(before.trim() === "" ? words : `${before.trimEnd()}\n\n${words}`, "public");
      onMode("public");
      area.current?.focus();
    },
  }));

  const send = (state: string | null) => {
    if (sending.isPending) return;
    setEmpty(text.trim() === "");
    if (text.trim() === "") return;
    if (news.length > 0) setHeld({ state });
    else sending.mutate(state);
  };

  const sendAnyway = () => {
    agreedRevision.current = ticket.revision;
    draft.change({ since: lastEntry });
    sending.mutate(held?.state ?? null);
  };

  const offers = (state: string) => mode === "public" && ticket.next_states.includes(state);
  const busy = sending.isPending;
  const showsProblem = sending.error !== null && held === null && !attachments.failed;
  return (
    <section
      className={`${styles.composer} ${mode === "internal" ? styles.note : ""}`}
      aria-label={t("agent:composer.mode")}
    >
      <div className={styles.modes}>
        <SegmentedControl
          size="sm"
          value={mode}
          aria-label={t("agent:composer.mode")}
          onChange={(value) => {
            draft.change({ mode: value });
            onMode(value);
          }}
          data={[
            { value: "public", label: t("agent:composer.reply"), disabled: closed },
            { value: "internal", label: t("agent:composer.note") },
          ]}
        />
        {mode === "internal" && <span className={styles.hint}>{t("agent:composer.noteHint")}</span>}
      </div>
      {closed && <p className={styles.hint}>{t("agent:composer.closed")}</p>}
      <Textarea
        ref={area}
        autosize
        minRows={4}
        maxRows={18}
        aria-label={
          mode === "internal"
            ? t("agent:composer.noteLabel")
            : t("agent:composer.replyLabel", { name: ticket.requester.name })
        }
        placeholder={
          mode === "internal"
            ? t("agent:composer.notePlaceholder")
            : t("agent:composer.replyPlaceholder", { name: ticket.requester.name })
        }
        error={empty ? t("agent:composer.empty") : undefined}
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const action = COMPOSING.find(({ keys = [] }) => keys.includes(keyOf(event)));
          if (action === undefined) return;
          event.preventDefault();
          act(action, { send, offers, leave: onLeave }, t);
        }}
      />
      <FilePicker attachments={attachments} compact />
      {held !== null && (
        <ConflictNotice
          news={news}
          busy={busy}
          onSend={sendAnyway}
          onKeepWriting={() => {
            setHeld(null);
          }}
        />
      )}
      {showsProblem && (
        <div role="alert">
          <Notice tone="bad">{problemText(sending.error)}</Notice>
        </div>
      )}
      <div className={styles.end}>
        <Button
          loading={busy}
          onClick={() => {
            send(null);
          }}
        >
          {mode === "internal" ? t("agent:composer.addNote") : t("agent:composer.send")}
        </Button>
        {offers("pending") && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => {
              send("pending");
            }}
          >
            {t("agent:composer.sendPending")}
          </Button>
        )}
        {offers("solved") && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => {
              send("solved");
            }}
          >
            {t("agent:composer.sendSolved")}
          </Button>
        )}
        {text !== "" && (
          <Button
            variant="subtle"
            color="gray"
            disabled={busy}
            onClick={() => {
              draft.change({ [mode]: "", since: null });
              attachments.clear();
              setHeld(null);
            }}
          >
            {t("agent:discard")}
          </Button>
        )}
        <span className={styles.kept}>
          {text === "" ? t("agent:composer.keys") : t("agent:composer.draft")}
        </span>
      </div>
    </section>
  );
}
