import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useKeptChat } from "../kept";
import styles from "./chat-dock.module.css";

const ChatPanel = lazy(() => import("./chat-panel"));

interface Props {
  signedIn: boolean;
}

/** The way to a chat from every page. All but the button is fetched when somebody wants to chat, or does. */
export function ChatDock({ signedIn }: Props) {
  const { t } = useTranslation("portal");
  const [open, setOpen] = useState(false);
  const [unread, setUnread] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const kept = useKeptChat();
  const close = () => {
    setOpen(false);
    window.setTimeout(() => button.current?.focus());
  };
  return (
    <aside aria-label={t("chat.title")}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        hidden={open}
        aria-label={unread > 0 ? t("chat.openUnread", { count: unread }) : t("chat.open")}
        onClick={() => {
          setOpen(true);
        }}
      >
        <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true" className={styles.icon}>
          <path d="M4 5h16v11H9.5L5 20v-4H4z" />
          <path d="M8 9.2h8M8 12.2h5" />
        </svg>
        {unread > 0 && <span className={styles.badge}>{unread}</span>}
      </button>
      {(open || kept !== null) && (
        <Suspense fallback={null}>
          <ChatPanel shown={open} signedIn={signedIn} onClose={close} onUnread={setUnread} />
        </Suspense>
      )}
    </aside>
  );
}
