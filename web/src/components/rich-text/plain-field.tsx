import { Textarea } from "@mantine/core";
import type { Ref } from "react";

import type { FieldProps } from "./field-props";

interface Props extends Omit<FieldProps, "ref" | "caret"> {
  ref: Ref<HTMLTextAreaElement>;
  onBegin: () => void;
  /** A word is being put together from several keys. */
  onComposing: (is: boolean) => void;
}

/** Text as it is. */
export const PlainField = ({
  ref,
  label,
  placeholder,
  lang,
  errorId,
  value,
  onChange,
  onBegin,
  onComposing,
}: Props) => (
  <Textarea
    ref={ref}
    autosize
    minRows={3}
    maxRows={18}
    aria-label={label}
    placeholder={placeholder}
    lang={lang}
    aria-invalid={errorId === undefined ? undefined : true}
    aria-describedby={errorId}
    value={value.text}
    onFocus={onBegin}
    onCompositionStart={() => {
      onComposing(true);
    }}
    onCompositionEnd={() => {
      onComposing(false);
    }}
    onChange={(event) => {
      onChange({ text: event.currentTarget.value, html: null });
    }}
  />
);
