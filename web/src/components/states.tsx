import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { Button } from "./button";
import { Reference } from "./reference";
import styles from "./states.module.css";
import tones from "./tones.module.css";

interface LoadingProps {
  lines?: number;
  /** Another try, offered when it takes long; by itself the page is loaded anew. */
  onRetry?: () => void;
}

const LONG_MS = 8_000;
const reload = () => {
  window.location.reload();
};

/** Grey bars where content will be; they appear late, so that fast answers do not flicker, and not for ever. */
export function Loading({ lines = 4, onRetry = reload }: LoadingProps) {
  const { t } = useTranslation();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setLong(true);
    }, LONG_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <div className={styles.loading} role="status">
      {long ? (
        <p className={styles.long}>
          {t("loadingLong")} <Button onClick={onRetry}>{t("retry")}</Button>
        </p>
      ) : (
        <span className="visually-hidden">{t("loading")}</span>
      )}
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.bar} />
      ))}
    </div>
  );
}

interface EmptyProps {
  title: string;
  text?: string | undefined;
  /** The page consists of it: its title is the page's. */
  whole?: boolean;
  children?: ReactNode;
}

export function EmptyState({ title, text, whole = false, children }: EmptyProps) {
  const Title = whole ? "h1" : "h2";
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className={styles.mark}>
        <path d="M6 4h20a3 3 0 0 1 3 3v5.2a4 4 0 0 0 0 7.6V22a3 3 0 0 1-3 3h-9.5l-5.6 4.6A1 1 0 0 1 9.2 29v-4H6a3 3 0 0 1-3-3v-2.2a4 4 0 0 0 0-7.6V7a3 3 0 0 1 3-3z" />
      </svg>
      <Title className={styles.title}>{title}</Title>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  );
}

interface ErrorProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** Where else to look when there is nothing, or nothing for the reader. */
  onward?: ReactNode;
  whole?: boolean;
}

/** What was asked for did not come. Of something foreign it says no more than of what does not exist. */
export function ErrorState({ error, onRetry, onward, whole = false }: ErrorProps) {
  const Title = whole ? "h1" : "h2";
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (isProblem(error, 404, 403)) {
    return (
      <EmptyState whole={whole} title={t("error.notFound")} text={t("error.notFoundText")}>
        {onward}
      </EmptyState>
    );
  }
  return (
    <div className={styles.empty} role="alert">
      <Title className={styles.title}>{t("error.title")}</Title>
      <p className={styles.text}>{problemText(error)}</p>
      <Reference of={error} />
      {onRetry && <Button onClick={onRetry}>{t("retry")}</Button>}
    </div>
  );
}

/** Something to notice inside a page. */
export function Notice({ tone, children }: { tone: "bad" | "warn" | "ok" | "info"; children: ReactNode }) {
  return <div className={`${styles.notice} ${tones[tone]}`}>{children}</div>;
}
