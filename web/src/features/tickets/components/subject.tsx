import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useFocusAfterChange, useFocusOnMount } from "@/lib/focus";
import type { OnTicket } from "@/lib/ticket-parts";

import styles from "./subject.module.css";

/** The title of the page; pressed, it is edited where it stands. */
export function Subject({ on }: { on: OnTicket }) {
  const { t } = useTranslation("agent");
  const { subject, phase } = on.ticket;
  const [editing, setEditing] = useState(false);
  const title = useRef<HTMLButtonElement>(null);
  const focusAfterChange = useFocusAfterChange();
  if (phase === "closed") {
    return (
      <h1 className={styles.title} title={subject}>
        <bdi>{subject}</bdi>
      </h1>
    );
  }
  if (!editing) {
    return (
      <h1 className={styles.title}>
        <button
          ref={title}
          type="button"
          title={`${subject}\n${t("ticket.editSubject")}`}
          onClick={() => {
            setEditing(true);
          }}
        >
          <bdi>{subject}</bdi>
        </button>
      </h1>
    );
  }
  return (
    <SubjectEditor
      subject={subject}
      onDone={(next) => {
        setEditing(false);
        focusAfterChange(() => title.current);
        if (next !== "" && next !== subject) on.change({ subject: next });
      }}
    />
  );
}

function SubjectEditor({ subject, onDone }: { subject: string; onDone: (subject: string) => void }) {
  const { t } = useTranslation("agent");
  const [text, setText] = useState(subject);
  const input = useFocusOnMount<HTMLInputElement>();
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text.trim());
      }}
    >
      <TextInput
        ref={input}
        className={styles.edit}
        maxLength={250}
        aria-label={t("ticket.subject")}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone(subject);
        }}
      />
      <Button type="submit">{t("ticket.save")}</Button>
    </form>
  );
}
