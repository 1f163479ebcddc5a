import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useKeptChat } from "../kept";
import { BeginChat } from "./begin-chat";
import styles from "./chat.module.css";
import { Talk } from "./talk";

interface Props {
  shown: boolean;
  signedIn: boolean;
  onClose: () => void;
  onUnread: (count: number) => void;
}

export default function ChatPanel({ shown, signedIn, onClose, onUnread }: Props) {
  const { t } = useTranslation("portal");
  const kept = useKeptChat();
  const panel = useRef<HTMLElement>(null);
  const chats = kept !== null;
  // Where one goes on, as soon as it is there.
  const onReady = useCallback(() => {
    if (shown) panel.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, [shown]);
  useEffect(() => {
    if (shown) panel.current?.focus();
  }, [shown]);
  useEffect(() => {
    if (!chats) onUnread(0);
  }, [chats, onUnread]);
  return (
    // Escape closes it from wherever one is in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      role="dialog"
      aria-label={t("chat.title")}
      tabIndex={-1}
      hidden={!shown}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{t("chat.title")}</h2>
        <button type="button" className={styles.close} aria-label={t("chat.close")} onClick={onClose}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="m5 5 10 10M15 5 5 15" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      {kept === null ? (
        <BeginChat signedIn={signedIn} onReady={onReady} />
      ) : (
        <Talk key={kept.token} kept={kept} shown={shown} onReady={onReady} onUnread={onUnread} />
      )}
    </section>
  );
}
