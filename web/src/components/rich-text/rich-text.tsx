import {
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type Ref,
} from "react";
import { flushSync } from "react-dom";

import type { FieldProps, RichFieldHandle } from "./field-props";
import { PlainField } from "./plain-field";
import styles from "./rich-text.module.css";

export interface RichTextHandle {
  field: () => HTMLElement | null;
  /** To put pictures into it; null where there is text alone. */
  pictures: () => RichFieldHandle | null;
}

interface Props extends Pick<
  FieldProps,
  "label" | "placeholder" | "lang" | "inserts" | "value" | "onChange"
> {
  ref: Ref<RichTextHandle>;
  error: string | null;
  /** Asked before the field itself; whether that was all. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** Once it is there it serves every field at once. */
let loaded: ComponentType<FieldProps> | null = null;

/** A plain field until one begins; then, as soon as it is there, one with formatting. */
export function RichText({ ref, error, onKey, ...field }: Props) {
  const [Rich, setRich] = useState(() => loaded);
  const [caret, setCaret] = useState<number | null>(null);
  const errorId = useId();
  const plain = useRef<HTMLTextAreaElement>(null);
  const rich = useRef<RichFieldHandle>(null);
  const composing = useRef(false);
  const coming = useRef(false);
  useImperativeHandle(ref, () => ({
    field: () => rich.current?.element ?? plain.current,
    pictures: () => rich.current,
  }));

  const swap = () => {
    // A word that is being put together from several keys stays where it is put together.
    if (loaded === null || composing.current) return;
    // No key comes between the two.
    flushSync(() => {
      const area = plain.current;
      if (area !== null && area === document.activeElement) setCaret(area.selectionStart);
      setRich(() => loaded);
    });
  };
  const load = async () => {
    if (coming.current) return;
    coming.current = true;
    try {
      // Awaited, not chained: what is built adds the fetching of styles to a chain, outside of what it catches.
      loaded = (await import("./editor")).default;
    } catch {
      // Text goes out as it is; the next focus tries again.
      coming.current = false;
      return;
    }
    swap();
  };
  const hasFormatting = field.value.html !== null;
  const begin = useRef(load);
  useEffect(() => {
    // Typed into as plain text it would lose that.
    if (hasFormatting) void begin.current();
  }, [hasFormatting]);

  const given = { ...field, errorId: error === null ? undefined : errorId };
  return (
    <div
      className={styles.rich}
      onKeyDownCapture={(event) => {
        const inText = event.target === plain.current || event.target === rich.current?.element;
        // Tab leads out of the text, from lists too.
        if (inText && rich.current?.key(event) === true) {
          event.preventDefault();
          event.stopPropagation();
          return;
        }
        if (!inText || !(onKey(event) || event.key === "Tab")) return;
        if (event.key !== "Tab") event.preventDefault();
        event.stopPropagation();
      }}
    >
      {Rich === null ? (
        <PlainField
          {...given}
          ref={plain}
          onBegin={() => void load()}
          onComposing={(is) => {
            composing.current = is;
            if (!is) swap();
          }}
        />
      ) : (
        <Rich {...given} ref={rich} caret={caret} />
      )}
      {error !== null && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
