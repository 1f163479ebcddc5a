import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Loading, Notice } from "@/components/states";
import { announce } from "@/lib/announcer";

import type { Chat } from "../api/chat";
import { change, changeOutgoing, forget, queue, type KeptChat } from "../kept";
import { useChat, type OpenChat } from "../use-chat";
import { useOutgoing } from "../use-outgoing";
import styles from "./chat.module.css";
import { Messages } from "./messages";
import { Say } from "./say";

interface Props {
  kept: KeptChat;
  shown: boolean;
  onReady: () => void;
  onUnread: (count: number) => void;
}

const ENDED: readonly Chat["turn"][] = ["closed", "cancelled"];

export function Talk({ kept, shown, onReady, onUnread }: Props) {
  const { t } = useTranslation("portal");
  const { chat, status, typing, type, refetch } = useChat(kept.id, kept.token, shown);
  useOutgoing(refetch);
  useUnread(chat, kept, shown, onUnread);
  if (chat === undefined) return <Loading lines={5} onRetry={refetch} />;
  const ended = ENDED.includes(chat.turn);
  return (
    <>
      <p className={styles.who}>
        {chat.agent === null ? t("chat.waiting") : t("chat.with")}{" "}
        {chat.agent !== null && <bdi>{chat.agent}</bdi>}
        {status === "waiting" && <span className={styles.apart}> · {t("chat.apart")}</span>}
      </p>
      <Messages
        token={kept.token}
        messages={chat.messages}
        outgoing={kept.outgoing}
        typing={typing}
        onRetry={(key) => {
          changeOutgoing(key, { failed: false });
        }}
      />
      {chat.turn === "solved" && <Notice tone="ok">{t("chat.solved")}</Notice>}
      {ended ? (
        <div className={styles.body}>
          <Notice tone="info">{t("chat.ended")}</Notice>
          <Button look="primary" data-first onClick={forget}>
            {t("chat.again")}
          </Button>
        </div>
      ) : (
        <Say
          onReady={onReady}
          onType={type}
          onSay={(body) => {
            queue(body);
          }}
        />
      )}
      {!ended && <Leave />}
    </>
  );
}

/** Others may sit at this computer next. */
function Leave() {
  const { t } = useTranslation("portal");
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <button
        type="button"
        className={styles.leave}
        onClick={() => {
          setAsks(true);
        }}
      >
        {t("chat.leave")}
      </button>
    );
  }
  return (
    <div className={styles.leaving} role="group" aria-label={t("chat.leave")}>
      <span>{t("chat.leaveText")}</span>
      <Button onClick={forget}>{t("chat.leave")}</Button>
      <Button
        look="quiet"
        onClick={() => {
          setAsks(false);
        }}
      >
        {t("chat.stay")}
      </Button>
    </div>
  );
}

/** What came and was not looked at. What is looked at is said to who cannot see it come. */
function useUnread(
  chat: OpenChat["chat"],
  kept: KeptChat,
  shown: boolean,
  onUnread: (count: number) => void,
): void {
  const { t } = useTranslation("portal");
  const messages = chat?.messages;
  const last = messages?.at(-1)?.id;
  const said = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (messages === undefined) return;
    const from = messages.findIndex(({ id }) => id === kept.seen) + 1;
    const unread = messages.slice(from).filter(({ by }) => by === "desk");
    onUnread(shown ? 0 : unread.length);
    if (shown && last !== undefined && last !== kept.seen) change({ seen: last });
    const newest = unread.at(-1);
    if (newest !== undefined && newest.id !== said.current) {
      said.current = newest.id;
      if (!shown) announce(t("chat.came", { count: unread.length }));
    }
  }, [messages, last, kept.seen, shown, onUnread, t]);
}
