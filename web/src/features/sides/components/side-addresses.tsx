import { TextInput } from "@mantine/core";
import type { KeyboardEvent, Ref } from "react";
import { useTranslation } from "react-i18next";

import type { ChangeWriting, SideWriting } from "../writing";
import styles from "./side-composer.module.css";

interface Props {
  to: Ref<HTMLInputElement>;
  /** Whom it goes to, as it is typed or as it stands. */
  typed: Record<"to" | "cc", string>;
  value: SideWriting;
  missing: Record<"to" | "subject", string | null>;
  asksSubject: boolean;
  onKey: (event: KeyboardEvent) => boolean;
  change: ChangeWriting;
}

/** To whom a letter goes, and what a new one is about. */
export function SideAddresses({ to, typed, value, missing, asksSubject, onKey, change }: Props) {
  const { t } = useTranslation("agent");
  return (
    <div className={styles.addresses}>
      <TextInput
        ref={to}
        size="xs"
        label={t("sides.to")}
        placeholder={t("sides.toHint")}
        autoComplete="off"
        onKeyDown={onKey}
        value={typed.to}
        error={missing.to}
        onChange={({ currentTarget }) => {
          change(() => ({ to: currentTarget.value }));
        }}
      />
      <TextInput
        size="xs"
        label={t("sides.cc")}
        autoComplete="off"
        onKeyDown={onKey}
        value={typed.cc}
        onChange={({ currentTarget }) => {
          change(() => ({ cc: currentTarget.value }));
        }}
      />
      {asksSubject && (
        <TextInput
          size="xs"
          className={styles.subject}
          label={t("sides.subject")}
          maxLength={250}
          onKeyDown={onKey}
          value={value.subject}
          error={missing.subject}
          onChange={({ currentTarget }) => {
            change(() => ({ subject: currentTarget.value }));
          }}
        />
      )}
    </div>
  );
}
