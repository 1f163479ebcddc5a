import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { MAX_FILES, type Attachment, type Attachments } from "@/lib/attachments";
import { useProblemText } from "@/lib/problem-text";
import { fileSize } from "@/lib/time-format";

import { FileName } from "./file-name";
import styles from "./file-picker.module.css";

interface Props {
  attachments: Attachments;
  /** One line instead of a drop area, for composers. */
  compact?: boolean;
  /** What the service said of the files that were sent. */
  error?: string | undefined;
}

export function FilePicker({ attachments, compact = false, error }: Props) {
  const { t, i18n } = useTranslation();
  const [over, setOver] = useState(false);
  const id = useId();
  return (
    <div className={styles.picker} data-place="attachments" data-name={t("attachments.label")}>
      <div
        className={[styles.area, over && styles.over, compact && styles.compact].filter(Boolean).join(" ")}
      >
        {/* The input lies over the whole area: browsers take clicks and drops on it by themselves. */}
        <input
          id={id}
          type="file"
          multiple
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          className={styles.input}
          onDragEnter={() => {
            setOver(true);
          }}
          onDragLeave={() => {
            setOver(false);
          }}
          onDrop={() => {
            setOver(false);
          }}
          onChange={(event) => {
            if (event.target.files) attachments.add(event.target.files);
            event.target.value = "";
          }}
        />
        <label htmlFor={id}>
          {t("attachments.drop")} <span className={styles.choose}>{t("attachments.choose")}</span>
        </label>
        <span className={styles.limit}>
          {t("attachments.limit", { size: fileSize(attachments.maxBytes, i18n.language) })}
        </span>
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.bad}>
          {error}
        </p>
      )}
      <FileRows attachments={attachments} />
    </div>
  );
}

interface RowsOf {
  attachments: Attachments;
  /** Those that are shown, where not all are. */
  items?: readonly Attachment[];
}

/** What was chosen, and how far it is on its way. */
export function FileRows({ attachments, items = attachments.items }: RowsOf) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t("attachments.label")}>
      {items.map((item) => (
        <FileRow key={item.key} item={item} attachments={attachments} />
      ))}
    </ul>
  );
}

function FileRow({ item, attachments }: { item: Attachment; attachments: Attachments }) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const limit = fileSize(attachments.maxBytes, i18n.language);
  const words = {
    uploading: t("attachments.uploading", { percent: Math.round(item.progress * 100) }),
    done: t("attachments.done"),
    failed: t("attachments.failed"),
    refused: problemText(item.refusal),
    too_many: t("attachments.tooMany", { most: MAX_FILES }),
    too_large: t("attachments.tooLarge", { size: limit }),
    empty: t("attachments.empty"),
    lost: t("attachments.lost"),
  };
  const bad = item.state !== "uploading" && item.state !== "done";
  return (
    <li className={styles.row}>
      <FileName name={item.name} />
      <span className={styles.size}>{fileSize(item.size, i18n.language)}</span>
      {item.state === "uploading" && (
        <progress className={styles.progress} value={item.progress} max={1} aria-label={item.name} />
      )}
      <span className={bad ? styles.bad : styles.fine} role={bad ? "alert" : undefined}>
        {words[item.state]}
      </span>
      {item.state === "failed" && (
        <button
          type="button"
          className={styles.action}
          aria-label={t("attachments.again", { name: item.name })}
          onClick={() => {
            attachments.again(item.key);
          }}
        >
          ↻
        </button>
      )}
      <button
        type="button"
        className={styles.action}
        aria-label={t("attachments.remove", { name: item.name })}
        onClick={() => {
          attachments.remove(item.key);
        }}
      >
        ×
      </button>
    </li>
  );
}
