import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Words } from "@/components/rich-text/words";
import type { Written } from "@/components/rich-text/written";
import { splitQuoted } from "@/lib/quoted";

import styles from "./message-body.module.css";

/** What somebody wrote: its quote and signature behind three dots, and of a long one the beginning. */
export function MessageBody({ text, html }: Written) {
  const { t } = useTranslation("agent");
  // With formatting a quote is seen as one.
  const { shown, hidden } = html === null ? splitQuoted(text) : { shown: text, hidden: "" };
  const [quote, setQuote] = useState(false);
  const [whole, setWhole] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isCut = useCut(box, !whole);
  return (
    <>
      <div ref={box} className={whole ? undefined : styles.folded} data-cut={isCut || undefined}>
        <Words text={quote ? text : shown.trimEnd()} html={html} />
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
      {hidden.trim() !== "" && (
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
