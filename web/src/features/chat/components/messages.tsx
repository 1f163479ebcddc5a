import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { AttachmentLinks } from "@/components/attachment-links";
import { PlainText } from "@/components/plain-text";
import { PicturesFrom } from "@/components/rich-text/picture";
import { Words } from "@/components/rich-text/words";
import { Time } from "@/components/time";
import { api } from "@/lib/api-client";

import type { ChatMessage } from "../api/chat";
import type { Outgoing } from "../kept";
import styles from "./chat.module.css";

interface Props {
  token: string;
  messages: readonly ChatMessage[];
  outgoing: readonly Outgoing[];
  typing: string | null;
  onRetry: (key: string) => void;
}

export function Messages({ token, messages, outgoing, typing, onRetry }: Props) {
  const { t } = useTranslation("portal");
  const read = new Set(messages.map(({ id }) => id));
  const waiting = outgoing.filter(({ id }) => id === undefined || !read.has(id));
  const end = useRef<HTMLDivElement>(null);
  const count = messages.length + waiting.length;
  useEffect(() => {
    const box = end.current?.parentElement;
    if (box) box.scrollTop = box.scrollHeight;
  }, [count, typing]);
  return (
    // A place that scrolls is reached by the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.log} role="log" aria-label={t("chat.log")} tabIndex={0}>
      <ol className={styles.list}>
        {messages.map((message) => (
          <OneMessage key={message.id} {...{ message, token }} />
        ))}
        {waiting.map((item) => (
          <li key={item.key} className={`${styles.bubble} ${styles.mine}`}>
            <PlainText text={item.body} />
            <Standing item={item} onRetry={onRetry} />
          </li>
        ))}
      </ol>
      {typing !== null && (
        <p className={styles.typing}>
          {typing === "" ? t("chat.types") : <bdi>{t("chat.typesNamed", { who: typing })}</bdi>}
        </p>
      )}
      <div ref={end} />
    </div>
  );
}

function OneMessage({ message, token }: { message: ChatMessage; token: string }) {
  const { t } = useTranslation("portal");
  const { by, name, at, body, html, attachments } = message;
  const download = ({ href }: { href: string }) => api.follow<{ url: string }>(href, { bearer: token });
  return (
    <li className={`${styles.bubble} ${by === "visitor" ? styles.mine : styles.theirs}`}>
      <span className={styles.by}>
        {by === "visitor" ? t("chat.you") : name === "" ? t("chat.us") : <bdi>{name}</bdi>} · <Time at={at} />
      </span>
      <PicturesFrom value={{ files: attachments, download }}>
        <Words text={body} html={html} />
      </PicturesFrom>
      {attachments.length > 0 && <AttachmentLinks {...{ attachments, html, download }} />}
    </li>
  );
}

function Standing({ item, onRetry }: { item: Outgoing; onRetry: (key: string) => void }) {
  const { t } = useTranslation("portal");
  if (item.failed !== true) return <span className={styles.by}>{t("chat.sending")}</span>;
  return (
    <span className={styles.failed} role="alert">
      {t("chat.failed")}{" "}
      <button
        type="button"
        className={styles.retry}
        onClick={() => {
          onRetry(item.key);
        }}
      >
        {t("chat.retry")}
      </button>
    </span>
  );
}
