import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Words } from "@/components/rich-text/words";
import type { Written } from "@/components/rich-text/written";
import { splitQuoted, withoutQuote } from "@/lib/quoted";

import styles from "./message-body.module.css";

/** What somebody wrote: its quote and signature behind three dots, and of a long one the beginning. */
export function MessageBody({ text, html }: Written) {
  const { t } = useTranslation("agent");
  const { shown, hidden } = useMemo(() => folded(text, html), [text, html]);
  const [quote, setQuote] = useState(false);
  const [whole, setWhole] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isCut = useCut(box, !whole);
  return (
    <>
      <div ref={box} className={whole ? undefined : styles.folded} data-cut={isCut || undefined}>
        <Words {...(quote ? { text, html } : shown)} />
      </div>
      {isCut && (
        <button
          type="button"
          className={styles.whole}
          onClick={() => {
            setWhole(true);
          }}
        >
          {t("thread.whole")}
        </button>
      )}
      {hidden && (
        <button
          type="button"
          className={styles.quote}
          aria-label={t("thread.quoted")}
          aria-expanded={quote}
          onClick={() => {
            setQuote(!quote);
          }}
        >
          …
        </button>
      )}
    </>
  );
}

/** What is in sight at first, and whether that is not all. */
function folded(text: string, html: string | null): { shown: Written; hidden: boolean } {
  if (html !== null) {
    const shown = withoutQuote(html);
    return { shown: { text, html: shown }, hidden: shown !== html };
  }
  const { shown, hidden } = splitQuoted(text);
  return { shown: { text: shown.trimEnd(), html }, hidden: hidden.trim() !== "" };
}

/** There is more in it than is in sight. */
function useCut(box: { current: HTMLElement | null }, watched: boolean): boolean {
  const [cut, setCut] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || !watched) return;
    const measure = () => {
      setCut(current.scrollHeight > current.clientHeight + 1);
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(current);
    if (current.firstElementChild !== null) resized.observe(current.firstElementChild);
    return () => {
      resized.disconnect();
    };
  }, [box, watched]);
  return watched && cut;
}
