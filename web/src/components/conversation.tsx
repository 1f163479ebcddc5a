import { useId, useState, type ComponentType, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { initials } from "@/lib/initials";
import { dayName } from "@/lib/time-format";

import { Answers } from "./answers";
import { AttachmentLinks, type Download } from "./attachment-links";
import { rowsOf, type Row } from "./conversation-rows";
import styles from "./conversation.module.css";
import { AskedForPictures } from "./rich-text/elsewhere";
import { PicturesFrom } from "./rich-text/picture";
import { Words } from "./rich-text/words";
import type { Written } from "./rich-text/written";
import { Time } from "./time";

interface Props {
  entries: readonly Entry[];
  /** The reader, whose own messages say so. */
  viewerId?: string | undefined;
  /** The words for an entry that is not a message, or null to leave it out. */
  activity: (entry: Entry) => ReactNode;
  /** What is to be said beside the name of who wrote. */
  beside?: ((entry: Entry) => ReactNode) | undefined;
  /** What one should know before one reads it. */
  warning?: ((entry: Entry) => ReactNode) | undefined;
  /** How the words of a message are shown. */
  Body?: ComponentType<Written>;
  /** What can be done with a message. */
  menu?: (entry: Entry) => ReactNode;
  download: Download;
  /** Words between two entries. */
  mark?: { before: string; words: string };
}

/** Messages, notes and what happened in between, in the order it was committed. */
export function Conversation(props: Props) {
  const { entries, viewerId, activity, beside, warning, Body, menu, download, mark } = props;
  const { t, i18n } = useTranslation();
  return (
    <ol className={styles.conversation} aria-label={t("conversation.label")}>
      {rowsOf(entries, activity).map((row) => {
        switch (row.is) {
          case "day":
            return (
              <li key={row.key} className={styles.day}>
                {dayName(row.at, i18n.language)}
              </li>
            );
          case "lines":
            return <Lines key={row.key} lines={row.lines} />;
          case "message":
            return (
              <li key={row.key} data-entry={row.key}>
                {mark?.before === row.key && (
                  <p className={styles.mark} data-mark>
                    {mark.words}
                  </p>
                )}
                <Message
                  entry={row.entry}
                  mine={row.entry.actor.id === viewerId}
                  beside={beside?.(row.entry) ?? null}
                  warning={warning?.(row.entry)}
                  Body={Body ?? Words}
                  menu={menu?.(row.entry)}
                  download={download}
                />
              </li>
            );
        }
      })}
    </ol>
  );
}

/** So many lines in a row are folded into one. */
const MANY = 3;

function Lines({ lines }: { lines: Extract<Row, { is: "lines" }>["lines"] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const many = lines.length >= MANY;
  return (
    <>
      {many && (
        <li className={styles.activity}>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {t("conversation.changes", { count: lines.length })} ·{" "}
            <span className={styles.act}>{open ? t("conversation.hide") : t("conversation.show")}</span>
          </button>
        </li>
      )}
      {(!many || open) &&
        lines.map(({ entry, words }) => (
          <li key={entry.id} className={styles.activity}>
            <span>{words}</span> <Time at={entry.at} />
          </li>
        ))}
    </>
  );
}

const STAFF = new Set(["agent", "lead", "admin"]);

interface OneMessage {
  entry: Entry;
  mine: boolean;
  beside: ReactNode;
  warning: ReactNode;
  Body: ComponentType<Written>;
  menu: ReactNode;
  download: Download;
}

function Message({ entry, mine, beside, warning, Body, menu, download }: OneMessage) {
  const { t } = useTranslation();
  const id = useId();
  const note = entry.visibility === "internal";
  const staff = STAFF.has(entry.actor.role);
  const look = note ? styles.note : staff ? styles.staff : styles.requester;
  return (
    <article tabIndex={-1} className={`${styles.message} ${look}`} aria-labelledby={id}>
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
        {menu}
      </header>
      {warning}
      <div className={styles.body}>
        {entry.body === null ? (
          <em>{t("conversation.erased")}</em>
        ) : (
          entry.body !== "" && (
            <PicturesFrom value={{ files: entry.attachments, download }}>
              <AskedForPictures html={entry.html}>
                <Body text={entry.body} html={entry.html} />
              </AskedForPictures>
            </PicturesFrom>
          )
        )}
      </div>
      {entry.answers !== null && <Answers answers={entry.answers} />}
      {entry.attachments.length > 0 && (
        <AttachmentLinks attachments={entry.attachments} html={entry.html} download={download} />
      )}
    </article>
  );
}

const ROLES = ["requester", "guest", "agent", "lead", "admin", "system"] as const;

function roleName(role: string, t: (key: `role.${(typeof ROLES)[number]}`) => string): string {
  const known = ROLES.find((candidate) => candidate === role);
  return known === undefined ? role : t(`role.${known}`);
}
