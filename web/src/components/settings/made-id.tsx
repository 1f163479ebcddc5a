import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./made-id.module.css";

interface Props {
  id: string;
  /** It is not saved yet: it may be another. */
  fresh: boolean;
  error?: string | undefined;
  "data-place"?: string;
  onChange: (id: string) => void;
}

/** Somebody asked for the field. */
const focused = (field: HTMLInputElement | null) => field?.focus();

/** The id that was made of a name, small; it is changed only before it is saved. */
export function MadeId({ id, fresh, error, onChange, ...place }: Props) {
  const { t } = useTranslation("settings");
  const [changing, setChanging] = useState(false);
  if (changing || error !== undefined) {
    return (
      <TextInput
        size="xs"
        className={styles.field}
        label={t("id.label")}
        description={t("id.hint")}
        ref={changing ? focused : undefined}
        value={id}
        error={error}
        {...place}
        onChange={(event) => {
          setChanging(true);
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <p className={styles.made}>
      {t("id.label")}: <code>{id}</code>
      {fresh && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t("id.change")}
          onClick={() => {
            setChanging(true);
          }}
        >
          {t("id.another")}
        </Button>
      )}
    </p>
  );
}
