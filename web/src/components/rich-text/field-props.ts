import type { Ref } from "react";

import type { Written } from "./written";

export interface PutPicture {
  /** Which file it is, and what it is called. */
  file: string;
  name: string;
}

export interface RichFieldHandle {
  /** What takes the focus. */
  element: HTMLElement;
  /** At a point of the page, or where one writes. */
  put: (pictures: readonly PutPicture[], at?: { x: number; y: number }) => void;
  /** Out of it with a picture. */
  drop: (file: string) => void;
}

export interface FieldProps {
  ref: Ref<RichFieldHandle>;
  label: string;
  placeholder: string;
  /** In which language it will probably be written; else that of the page. */
  lang?: string | undefined;
  /** Of the words that say what is wrong. */
  errorId: string | undefined;
  value: Written;
  /** Where one was typing before; null when not at all. */
  caret: number | null;
  onChange: (value: Written) => void;
}
