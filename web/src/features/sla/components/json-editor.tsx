import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { refusalsOf } from "@/lib/field-errors";

import type { SlaValues } from "../values";
import styles from "./sla.module.css";

interface Props {
  value: SlaValues;
  error: unknown;
  readOnly: boolean;
  onChange: (value: SlaValues) => void;
}

const LISTS = ["calendars", "policies", "ladders"] as const;

function parsed(text: string, before: SlaValues): SlaValues | string {
  try {
    const found = JSON.parse(text) as Partial<SlaValues> | null;
    const wrong =
      LISTS.find((list) => !Array.isArray(found?.[list])) ??
      Object.keys(found ?? {}).find((key) => !(key in before));
    return wrong ?? { ...before, ...found };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The whole document, for what has no form. What cannot be read yet stays in the field and changes nothing. */
export function JsonEditor({ value, error, readOnly, onChange }: Props) {
  const { t } = useTranslation("settings");
  const [typed, setTyped] = useState<{ text: string; of: SlaValues } | null>(null);
  const shown = JSON.stringify(value, null, 2);
  const text = typed !== null && JSON.stringify(typed.of, null, 2) === shown ? typed.text : shown;
  const found = parsed(text, value);
  return (
    <Textarea
      label={t("json.label")}
      description={t("json.hint")}
      classNames={{ input: styles.json ?? "" }}
      autosize
      minRows={12}
      maxRows={40}
      spellCheck={false}
      readOnly={readOnly}
      value={text}
      error={
        typeof found === "string"
          ? t("json.wrong", { reason: found })
          : refusalsOf(error)
              .map(({ place, message }) => `${place}: ${message}`)
              .join("; ") || undefined
      }
      onChange={(event) => {
        const next = event.currentTarget.value;
        const result = parsed(next, value);
        setTyped({ text: next, of: typeof result === "string" ? value : result });
        if (typeof result !== "string") onChange(result);
      }}
    />
  );
}
