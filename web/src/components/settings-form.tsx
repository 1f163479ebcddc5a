import { useEffect, useRef, type ReactNode } from "react";

import type { Refusals } from "@/lib/field-errors";

import { SaveBar, type Editing } from "./save-bar";
import styles from "./settings-form.module.css";

interface Props {
  edit: Editing;
  busy: boolean;
  error: unknown;
  /** Words for a part of what is edited. */
  partName: (key: string) => string;
  refusals: Refusals;
  readOnly?: boolean;
  onSave: () => void;
  children: ReactNode;
}

/** A form of the settings: fields that rest while it is saved, and below them how it stands. */
export function SettingsForm({
  edit,
  busy,
  error,
  partName,
  refusals,
  readOnly = false,
  onSave,
  children,
}: Props) {
  const pressed = useRef<Element | null>(null);
  // What rests while it is saved loses the focus.
  useEffect(() => {
    if (busy) return;
    if (pressed.current instanceof HTMLElement && document.activeElement === document.body)
      pressed.current.focus({ preventScroll: true });
    pressed.current = null;
  }, [busy]);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || readOnly || !edit.dirty) return;
        pressed.current = document.activeElement;
        onSave();
      }}
    >
      <fieldset disabled={busy} className={styles.fields}>
        {children}
      </fieldset>
      {!readOnly && <SaveBar {...{ edit, busy, error, refusals, partName }} />}
    </form>
  );
}
