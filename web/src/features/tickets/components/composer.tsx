import { ActionIcon, Button, FileButton, SegmentedControl, Textarea, Tooltip } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useImperativeHandle, useRef, useState, type DragEvent, type Ref } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket, Visibility } from "@/api/types";
import { FileRows } from "@/components/file-picker";
import { Keys } from "@/components/key-tip";
import { Notice } from "@/components/states";
import { act } from "@/lib/actions";
import { useAttachments } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";
import { useDraft } from "@/lib/draft";
import { useFocusAfterChange } from "@/lib/focus";
import { useProblemText } from "@/lib/problem-text";
import { keyOf } from "@/lib/shortcuts";
import { fileSize } from "@/lib/time-format";

import { COMPOSING } from "../composing";
import { NOTHING_WRITTEN, useSending, type Writing } from "../use-sending";
import styles from "./composer.module.css";
import { ConflictNotice } from "./conflict-notice";
import { SendButton } from "./send-button";
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
}

/** Below the thread: two buttons at rest, and open as long as somebody writes or something is written. */
export function Composer({ ticket, myId, handle, onTyped, onLeave }: Props) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const problemText = useProblemText();
  const draft = useDraft<Writing>(`ticket.${ticket.id}`, NOTHING_WRITTEN);
  const attachments = useAttachments(askForUpload);
  const [opened, setOpened] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const focusAfterChange = useFocusAfterChange();

  const closed = ticket.phase === "closed";
  const mode: Visibility = closed ? "internal" : draft.value.mode;
  const text = draft.value[mode];
  const written = draft.value.public + draft.value.internal !== "" || attachments.items.length > 0;
  const leave = () => {
    setOpened(false);
    onLeave();
  };
  const sending = useSending({ ticket, myId, mode, draft, attachments, onSent: leave });
  const { busy } = sending;

  const put = (value: string, into: Visibility = mode) => {
    sending.typed();
    onTyped();
    const begins = draft.value[into] === "" && value !== "";
    draft.change({
      [into]: value,
      mode: into,
      ...(begins || draft.value.since === null ? { since: ticket.timeline.at(-1)?.id ?? null } : {}),
    });
  };
  const write = (what: Visibility) => {
    setOpened(true);
    draft.change({ mode: what });
    focusAfterChange(() => area.current);
  };
  useImperativeHandle(handle, () => ({
    write,
    insert: (words) => {
      const before = draft.value.public;
      put(before.trim() === "" ? words : `${before.trimEnd()}\n\n${words}`, "public");
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

  if (!opened && !written) {
    const begin = (what: Visibility, words: string, key: string) => (
      <button
        type="button"
        className={styles.begin}
        aria-keyshortcuts={key}
        onClick={() => {
          write(what);
        }}
      >
        {words} <Keys keys={key} />
      </button>
    );
    return (
      <section className={styles.rest} aria-label={t("agent:composer.mode")}>
        {closed ? (
          <span className={styles.hint}>{t("agent:composer.closed")}</span>
        ) : (
          begin("public", replyTo, "r")
        )}
        {begin("internal", t("agent:composer.note"), "n")}
      </section>
    );
  }
  return (
    <section
      className={`${styles.composer} ${mode === "internal" ? styles.note : ""}`}
      aria-label={t("agent:composer.mode")}
      {...dropsInto(attachments.add)}
    >
      <div className={styles.modes}>
        <SegmentedControl
          size="xs"
          value={mode}
          aria-label={t("agent:composer.mode")}
          onChange={write}
          data={[
            { value: "public", label: t("agent:composer.reply"), disabled: closed },
            { value: "internal", label: t("agent:composer.note") },
          ]}
        />
        {mode === "internal" && <span className={styles.hint}>{t("agent:composer.noteHint")}</span>}
        {mode === "public" && ticket.requester.email === "" && (
          <span className={styles.hint}>{t("agent:composer.unaddressed")}</span>
        )}
        {closed && <span className={styles.hint}>{t("agent:composer.closed")}</span>}
      </div>
      <div className={styles.middle}>
        {closed && draft.value.public !== "" && <UnsentReply words={draft.value.public} />}
        <Textarea
          ref={area}
          autosize
          minRows={3}
          maxRows={18}
          aria-label={mode === "internal" ? t("agent:composer.noteLabel") : replyTo}
          placeholder={
            mode === "internal"
              ? t("agent:composer.notePlaceholder")
              : t("agent:composer.replyPlaceholder", { name: ticket.requester.name })
          }
          error={sending.empty ? t("agent:composer.empty") : undefined}
          value={text}
          onChange={(event) => {
            put(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            const action = COMPOSING.find(({ keys = [] }) => keys.includes(keyOf(event)));
            if (action === undefined) return;
            event.preventDefault();
            act(action, on, t);
          }}
        />
        <FileRows attachments={attachments} />
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
            <Notice tone="bad">{problemText(sending.error)}</Notice>
          </div>
        )}
      </div>
      <div className={styles.end}>
        <SendButton on={on} note={mode === "internal"} busy={busy} />
        <FileButton multiple onChange={attachments.add}>
          {(props) => (
            <Tooltip
              label={t("common:attachments.limit", { size: fileSize(attachments.maxBytes, i18n.language) })}
            >
              <ActionIcon
                {...props}
                size={30}
                variant="subtle"
                color="gray"
                className={styles.attach}
                aria-label={t("agent:composer.attach")}
              >
                <IconPaperclip size={18} />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
        <span className={styles.kept}>{text !== "" && t("agent:composer.draft")}</span>
        {text !== "" && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={busy}
            onClick={() => {
              draft.change({ [mode]: "", since: null });
              attachments.clear();
              sending.keepWriting();
              leave();
            }}
          >
            {t("agent:discard")}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Files may be dropped anywhere on it. */
const dropsInto = (add: (files: Iterable<File>) => void) => ({
  onDragOver: (event: DragEvent) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  },
  onDrop: (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  },
});
