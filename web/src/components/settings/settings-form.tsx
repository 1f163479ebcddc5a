import type { UseMutationResult } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useEdit, type Edit } from "@/lib/edit";
import { refusalsOf, type Refusals } from "@/lib/field-errors";
import { goToField } from "@/lib/refused-fields";

import { useNotify } from "../notify";
import { SaveBar } from "./save-bar";
import styles from "./settings-form.module.css";
import { TakenOutContext, useTakenOutOf } from "./taken-out";
import { UnsavedGuard } from "./unsaved-guard";

interface Of<Found, Values, Plan> {
  found: Found;
  /** As it is edited. */
  valuesOf: (found: Found) => Values;
  /** As it is sent. */
  planOf: (values: Values) => Plan;
  saving: UseMutationResult<Found, Error, { plan: Plan; revision: number }>;
  /** What is typed already when it opens. */
  begun?: Partial<Values> | undefined;
  /** Puts names where the values of a refusal have ids. */
  named?: Parameters<typeof refusalsOf>[1];
}

export interface SettingsFormState<Values> {
  edit: Edit<Values>;
  value: Values;
  change: (part: Partial<Values>) => void;
  refusals: Refusals;
  busy: boolean;
  error: Error | null;
  save: () => void;
}

/** Editing something that others may save meanwhile, up to its being saved and said so. */
export function useSettingsForm<Found extends { revision: number }, Values extends object, Plan>({
  found,
  valuesOf,
  planOf,
  saving,
  begun,
  named,
}: Of<Found, Values, Plan>): SettingsFormState<Values> {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const edit = useEdit(valuesOf(found), found.revision, begun);
  const { isPending, error, mutate } = saving;
  return {
    edit,
    value: edit.value,
    change: edit.change,
    refusals: refusalsOf(error, named),
    busy: isPending,
    error,
    save: () => {
      const wish = { plan: planOf(edit.value), revision: edit.revision };
      mutate(wish, {
        onSuccess: (saved) => {
          // Editing goes on from what the service made of it.
          edit.saved(valuesOf(saved), saved.revision);
          notify(t("save.done"));
        },
      });
    },
  };
}

interface Props<Values> {
  form: SettingsFormState<Values>;
  /** Words for a part of what is edited. */
  partName: (key: keyof Values & string) => string;
  readOnly?: boolean;
  children: ReactNode;
}

/** A form of the settings: fields that rest while it is saved, and below them how it stands. */
export function SettingsForm<Values>({ form, partName, readOnly = false, children }: Props<Values>) {
  const { edit, busy, error, refusals, save } = form;
  const takenOut = useTakenOutOf(edit.round);
  const pressed = useRef<Element | null>(null);
  // A link may lead to a field by its place.
  const asked = useRouterState({ select: ({ location }) => location.hash });
  useEffect(() => {
    if (asked !== "") goToField(asked);
  }, [asked]);
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
        save();
      }}
    >
      <fieldset disabled={busy} className={styles.fields}>
        <TakenOutContext value={takenOut}>{children}</TakenOutContext>
      </fieldset>
      {!readOnly && (
        <SaveBar
          {...{ edit, busy, error, refusals }}
          partName={(key) => partName(key as keyof Values & string)}
        />
      )}
      <UnsavedGuard dirty={edit.dirty} />
    </form>
  );
}
