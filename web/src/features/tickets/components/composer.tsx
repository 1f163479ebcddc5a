import { useImperativeHandle, useRef, useState, type CSSProperties, type Ref } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket, Visibility } from "@/api/types";
import { Edge } from "@/components/edge";
import { FileRows } from "@/components/file-picker";
import { FilesLetGo } from "@/components/files-let-go";
import { KeptFiles } from "@/components/kept-files";
import { useOtherDevices } from "@/components/other-devices";
import { OwnSignature } from "@/components/own-signature";
import { Reference } from "@/components/reference";
import type { Inserts } from "@/components/rich-text/inserts";
import { PicturesComing } from "@/components/rich-text/coming";
import { RichText, type RichTextHandle } from "@/components/rich-text/rich-text";
import { joined, NOTHING, type Written } from "@/components/rich-text/written";
import { Notice } from "@/components/states";
import { act } from "@/lib/actions";
import { usePaneSize } from "@/lib/desk/pane-size";
import { useDraft } from "@/lib/draft";
import { useFocusAfterChange } from "@/lib/focus";
import { useProblemText } from "@/lib/problem-text";
import { keyOf } from "@/lib/shortcuts";

import { COMPOSING } from "../composing";
import { KINDS, ON_TICKETS } from "../kept";
import { useDiscarding } from "../use-discarding";
import { useTalking } from "../use-talking";
import { isTalk, useSending } from "../use-sending";
import { useWrittenFiles } from "../use-written-files";
import {
  draftOf,
  filesIn,
  kindOf,
  NOTHING_WRITTEN,
  sendable,
  withWritten,
  writtenIn,
  type Writing,
} from "../writing";
import { ComposerFoot } from "./composer-foot";
import { ComposerHead } from "./composer-head";
import { ComposerRest } from "./composer-rest";
import styles from "./composer.module.css";
import { ConflictNotice } from "./conflict-notice";
import { NewsLine } from "./news-line";
import type { AfterSend } from "./send-button";
import { UnsentReply } from "./unsent-reply";

/** What others on the page may do to the text. */
export interface ComposerHandle {
  write: (what: Visibility) => void;
  /** Put something into the reply, after what is there. */
  insert: (words: string) => void;
}

interface Props {
  ticket: Ticket;
  myId: string;
  handle: Ref<ComposerHandle>;
  onTyped: () => void;
  /** Out of it, to where keys act again. */
  onLeave: () => void;
  /** To what others wrote meanwhile. */
  onRead: (entryId: string) => void;
  /** Into which state it went, and by which key it can be had back. */
  onSent: (state: string | null, key: string | null) => void;
  /** Its requester is on the phone. */
  onCall: () => void;
  then: AfterSend;
  /** What can be put into it while one writes. */
  inserts: (mode: Visibility) => Inserts;
}

/** As long as nobody has dragged its edge it grows with what is written. */
const USUAL_HEIGHT = 180;

/** Below the thread: two buttons at rest, and open as long as somebody writes or something is written. */
export function Composer({
  ticket,
  myId,
  handle,
  onTyped,
  onLeave,
  onRead,
  onSent,
  onCall,
  then,
  inserts,
}: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const problemText = useProblemText();
  const draft = useDraft<Writing>(draftOf(ticket.id), NOTHING_WRITTEN);
  const [opened, setOpened] = useState(false);
  const text = useRef<RichTextHandle>(null);
  const frame = useRef<HTMLElement>(null);
  const height = usePaneSize("composer_height", USUAL_HEIGHT);
  const focusAfterChange = useFocusAfterChange();
  useOtherDevices(ON_TICKETS, ticket.id, KINDS);

  const closed = ticket.phase === "closed";
  const mode: Visibility = closed ? "internal" : draft.value.mode;
  const value = writtenIn(draft.value, mode);
  const part = ON_TICKETS.partsOf(ticket.id, draft.value).find(({ kind }) => kind === kindOf(mode)) ?? null;
  const files = useWrittenFiles(mode, draft, text);
  const { attachments, any: added } = files;
  const written = draft.value.public + draft.value.internal !== "" || added;
  const leave = () => {
    setOpened(false);
    onLeave();
  };
  const talk = isTalk(ticket, mode);
  const talking = useTalking(ticket.id);
  const done = (state: string | null, key: string | null) => {
    // One goes on talking.
    if (talk && state === null) return;
    setOpened(false);
    onSent(state, key);
  };
  const sending = useSending({ ticket, myId, mode, draft, attachments, onSent: done });
  const discard = useDiscarding({ ticketId: ticket.id, mode, draft, attachments });
  const { busy } = sending;

  const put = (now: Written, into: Visibility = mode) => {
    sending.typed();
    onTyped();
    if (talk && into === mode && now.text !== "") talking();
    if (into === mode) files.dropPictures(now.html);
    const begins = draft.value[into] === "" && now.text !== "";
    draft.change({
      ...withWritten(draft.value, into, now),
      mode: into,
      ...(begins || draft.value.since === null ? { since: ticket.timeline.at(-1)?.id ?? null } : {}),
    });
  };
  const write = (what: Visibility) => {
    setOpened(true);
    draft.change({ mode: what });
    focusAfterChange(() => text.current?.field());
  };
  useImperativeHandle(handle, () => ({
    write,
    insert: (words) => {
      put(joined(writtenIn(draft.value, "public"), { ...NOTHING, text: words }), "public");
      write("public");
    },
  }));

  const on = {
    send: sending.send,
    offers: (state: string) => mode === "public" && ticket.next_states.includes(state),
    leave,
  };
  const replyTo = t("agent:composer.replyLabel", {
    name: ticket.requester.name,
    interpolation: { escapeValue: false },
  });

  if (!opened && !written) return <ComposerRest {...{ closed, replyTo, onCall }} onBegin={write} />;
  return (
    <section
      ref={frame}
      style={height.isOwn ? ({ "--composer": `${height.size}px` } as CSSProperties) : undefined}
      className={`${styles.composer} ${mode === "internal" ? styles.note : ""}`}
      aria-label={t("agent:composer.mode")}
      data-composer
      {...files.into}
    >
      <Edge of={height} side="below" label={t("agent:composer.height")} frame={frame} property="--composer" />
      <ComposerHead
        {...{ ticket, closed, mode, onCall }}
        onMode={write}
        copies={draft.value}
        onCopies={draft.change}
      />
      <div className={styles.middle}>
        <NewsLine
          news={written && !sending.held ? sending.news : []}
          onRead={onRead}
          onKeepWriting={sending.knowNews}
        />
        {closed && draft.value.public !== "" && <UnsentReply words={draft.value.public} />}
        <PicturesComing value={files.progress}>
          <RichText
            key={mode}
            ref={text}
            label={mode === "internal" ? t("agent:composer.noteLabel") : replyTo}
            lang={mode === "internal" ? undefined : ticket.language || undefined}
            placeholder={t(
              `agent:composer.${mode === "internal" ? "note" : talk ? "talk" : "reply"}Placeholder`,
              { name: ticket.requester.name },
            )}
            inserts={inserts(mode)}
            error={sending.refused}
            value={value}
            onChange={put}
            onKey={(event) => {
              const key = keyOf(event);
              const isSent = talk && key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
              const action = COMPOSING.find(({ keys = [] }) => keys.includes(isSent ? "Ctrl+Enter" : key));
              if (action !== undefined) act(action, on, t);
              return action !== undefined;
            }}
          />
        </PicturesComing>
        {mode === "public" && <OwnSignature ticketId={ticket.id} to="requester" />}
        <KeptFiles files={files.kept} onRemove={files.remove} />
        <FilesLetGo files={sendable(value.html, filesIn(draft.value, mode)).files} />
        <FileRows attachments={attachments} items={files.below} />
        {sending.held && (
          <ConflictNotice
            news={sending.news}
            busy={busy}
            onSend={sending.sendAnyway}
            onKeepWriting={sending.keepWriting}
          />
        )}
        {sending.error !== null && (
          <div role="alert">
            <Notice tone="bad">
              {problemText(sending.error)}
              <Reference of={sending.error} />
            </Notice>
          </div>
        )}
      </div>
      <ComposerFoot
        {...{ on, busy, attachments, then }}
        onAttach={attachments.add}
        note={mode === "internal"}
        written={part}
        onDiscard={
          value.text === "" && !added
            ? null
            : () => {
                discard();
                sending.keepWriting();
                leave();
              }
        }
      />
    </section>
  );
}
