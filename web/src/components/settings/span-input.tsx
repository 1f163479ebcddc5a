import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { parseSpan, spanText } from "@/lib/duration";

interface Props {
  label: string;
  hidden?: boolean;
  placeholder?: string | undefined;
  /** Undefined: nothing is promised. Null: what stands there is no span of time. */
  value: number | null | undefined;
  error?: string | undefined;
  "data-place"?: string;
  onChange: (seconds: number | null | undefined) => void;
}

const shown = (value: number | null | undefined) => (value == null ? "" : spanText(value));

/** A span of time in words; it is put into its usual form when one leaves the field. */
export function SpanInput({ label, hidden = false, value, error, onChange, ...others }: Props) {
  const { t } = useTranslation("settings");
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      size="sm"
      label={hidden ? undefined : label}
      aria-label={hidden ? label : undefined}
      {...others}
      value={typed ?? shown(value)}
      error={error ?? (value === null ? t("span.wrong") : undefined)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() === "" ? undefined : parseSpan(text));
      }}
      onBlur={() => {
        if (value !== null) setTyped(null);
      }}
    />
  );
}
