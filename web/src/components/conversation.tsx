import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { initials } from "@/lib/initials";

import { AttachmentLinks, type Download } from "./attachment-links";
import styles from "./conversation.module.css";
import { PlainText } from "./plain-text";
import { Time } from "./time";

interface Props {
  entries: readonly Entry[];
  /** The reader, whose own messages say so. */
  viewerId?: string | undefined;
  /** The words for an entry that is not a message, or null to leave it out. */
  activity: (entry: Entry) => ReactNode;
  /** What is to be said beside the name of who wrote. */
  beside?: ((entry: Entry) => string | null) | undefined;
  download: Download;
  /** Words between two entries. */
  mark?: { before: string; words: string };
}

const speaks = (entry: Entry): boolean =>
  entry.type === "MessageAdded" || (entry.type === "TicketCreated" && entry.body !== null);

/** Messages, notes and what happened in between, in the order it was committed. */
export function Conversation({ entries, viewerId, activity, beside, download, mark }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={styles.conversation} aria-label={t("conversation.label")}>
      {entries.map((entry) => {
        if (speaks(entry)) {
          return (
            <li key={entry.id}>
              {mark?.before === entry.id && (
                <p className={styles.mark} data-mark>
                  {mark.words}
                </p>
              )}
              <Message
                entry={entry}
                mine={entry.actor.id === viewerId}
                beside={beside?.(entry) ?? null}
                download={download}
              />
            </li>
          );
        }
        const words = activity(entry);
        return words === null ? null : (
          <li key={entry.id} className={styles.activity}>
            <span>{words}</span> <Time at={entry.at} />
          </li>
        );
      })}
    </ol>
  );
}

const STAFF = new Set(["agent", "lead", "admin"]);

interface OneMessage {
  entry: Entry;
  mine: boolean;
  beside: string | null;
  download: Download;
}

function Message({ entry, mine, beside, download }: OneMessage) {
  const { t } = useTranslation();
  const id = useId();
  const note = entry.visibility === "internal";
  const staff = STAFF.has(entry.actor.role);
  const look = note ? styles.note : staff ? styles.staff : styles.requester;
  return (
    <article className={`${styles.message} ${look}`} aria-labelledby={id}>
      <header className={styles.head}>
        <span className={styles.avatar} aria-hidden="true">
          {initials(entry.actor.name)}
        </span>
        <span id={id} className={styles.who}>
          <strong>{mine ? t("conversation.you") : <bdi>{entry.actor.name}</bdi>}</strong>{" "}
          {note ? (
            <span className={styles.tag}>
              {t("conversation.note")} · {t("conversation.noteHint")}
            </span>
          ) : mine ? null : (
            <span className={styles.role}>{roleName(entry.actor.role, t)}</span>
          )}
          {beside !== null && <span className={styles.role}> · {beside}</span>}
        </span>
        <span className={styles.when}>
          <Time at={entry.at} />
        </span>
      </header>
      <div className={styles.body}>
        {entry.body === null ? <em>{t("conversation.erased")}</em> : <PlainText text={entry.body} />}
      </div>
      {entry.attachments.length > 0 && (
        <AttachmentLinks attachments={entry.attachments} download={download} />
      )}
    </article>
  );
}

const ROLES = ["requester", "guest", "agent", "lead", "admin", "system"] as const;

function roleName(role: string, t: (key: `role.${(typeof ROLES)[number]}`) => string): string {
  const known = ROLES.find((candidate) => candidate === role);
  return known === undefined ? role : t(`role.${known}`);
}
