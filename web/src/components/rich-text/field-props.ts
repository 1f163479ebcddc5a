import type { Ref } from "react";

import type { Written } from "./written";

export interface FieldProps {
  /** What takes the focus. */
  ref: Ref<HTMLElement>;
  label: string;
  placeholder: string;
  /** Of the words that say what is wrong. */
  errorId: string | undefined;
  value: Written;
  /** Where one was typing before; null when not at all. */
  caret: number | null;
  onChange: (value: Written) => void;
}
