import type { KeyboardEvent, Ref } from "react";

import type { Inserts } from "./inserts";
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
  /** Asked before the field itself; whether that was all. */
  key: (event: KeyboardEvent) => boolean;
  /** Out of it with a picture. */
  drop: (file: string) => void;
}

export interface FieldProps {
  ref: Ref<RichFieldHandle>;
  label: string;
  placeholder: string;
  /** What can be put into it by a sign. */
  inserts?: Inserts | undefined;
  /** In which language it will probably be written; else that of the page. */
  lang?: string | undefined;
  /** Of the words that say what is wrong. */
  errorId: string | undefined;
  value: Written;
  /** Where one was typing before; null when not at all. */
  caret: number | null;
  onChange: (value: Written) => void;
}
