import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { AttachmentLinks, type Download } from "@/components/attachment-links";
import { AskedForPictures } from "@/components/rich-text/elsewhere";
import { PicturesFrom } from "@/components/rich-text/picture";
import { Words } from "@/components/rich-text/words";
import { Time } from "@/components/time";

import { postalOf } from "../postal";
import styles from "./side-messages.module.css";

interface Props {
  entries: readonly Entry[];
  myId: string;
  download: Download;
}

/** What was written and answered on a side, the oldest first. */
export function SideMessages({ entries, myId, download }: Props) {
  const { t } = useTranslation("agent");
  return (
    <ol className={styles.messages} aria-label={t("sides.messages")}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Message entry={entry} mine={entry.actor.id === myId} download={download} />
        </li>
      ))}
    </ol>
  );
}

function Message({ entry, mine, download }: { entry: Entry; mine: boolean; download: Download }) {
  const { t } = useTranslation(["agent", "common"]);
  const { sender, to, cc, automatic } = postalOf(entry);
  const theirs = entry.type === "SideMessageReceived";
  const places = theirs ? [sender] : [...to, ...cc];
  return (
    <article tabIndex={-1} className={`${styles.message} ${theirs ? styles.theirs : styles.ours}`}>
      <header className={styles.head}>
        <strong>{mine ? t("common:conversation.you") : <bdi>{entry.actor.name}</bdi>}</strong>{" "}
        {theirs && <span className={styles.tag}>{t("agent:sides.outside")}</span>}{" "}
        {theirs && cc.includes(sender) && <span className={styles.tag}>{t("agent:sides.joins")}</span>}{" "}
        {automatic && <span className={styles.tag}>{t("agent:sides.automatic")}</span>}{" "}
        <span className={styles.places}>
          {theirs ? "" : "→ "}
          <bdi>{places.join(", ")}</bdi>
        </span>
        <span className={styles.when}>
          <Time at={entry.at} />
        </span>
      </header>
      <div className={styles.body}>
        {entry.body === null ? (
          <em>{t("common:conversation.erased")}</em>
        ) : (
          <PicturesFrom value={{ files: entry.attachments, download }}>
            <AskedForPictures html={entry.html}>
              <Words text={entry.body} html={entry.html} />
            </AskedForPictures>
          </PicturesFrom>
        )}
      </div>
      {entry.attachments.length > 0 && (
        <AttachmentLinks attachments={entry.attachments} html={entry.html} download={download} />
      )}
    </article>
  );
}
