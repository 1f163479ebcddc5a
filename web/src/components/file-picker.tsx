import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Attachment, Attachments } from "@/lib/attachments";
import { fileSize } from "@/lib/time-format";

import styles from "./file-picker.module.css";

interface Props {
  attachments: Attachments;
  /** One line instead of a drop area, for composers. */
  compact?: boolean;
}

export function FilePicker({ attachments, compact = false }: Props) {
  const { t, i18n } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();
  return (
    <div className={styles.picker}>
      <div
        role="group"
        aria-label={t("attachments.label")}
        className={[styles.area, over && styles.over, compact && styles.compact].filter(Boolean).join(" ")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          attachments.add(event.dataTransfer.files);
        }}
      >
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          className={`visually-hidden ${styles.input ?? ""}`}
          onChange={(event) => {
            if (event.target.files) attachments.add(event.target.files);
            event.target.value = "";
          }}
        />
        <span>
          {t("attachments.drop")}{" "}
          <label htmlFor={id} className={styles.choose}>
            {t("attachments.choose")}
          </label>
        </span>
        <span className={styles.limit}>
          {t("attachments.limit", { size: fileSize(attachments.maxBytes, i18n.language) })}
        </span>
      </div>
      {attachments.items.length > 0 && (
        <ul className={styles.list} aria-label={t("attachments.label")}>
          {attachments.items.map((item) => (
            <FileRow key={item.key} item={item} attachments={attachments} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FileRow({ item, attachments }: { item: Attachment; attachments: Attachments }) {
  const { t, i18n } = useTranslation();
  const limit = fileSize(attachments.maxBytes, i18n.language);
  const words = {
    uploading: t("attachments.uploading", { percent: Math.round(item.progress * 100) }),
    done: t("attachments.done"),
    failed: t("attachments.failed"),
    too_large: t("attachments.tooLarge", { size: limit }),
    empty: t("attachments.empty"),
  };
  const bad = item.state !== "uploading" && item.state !== "done";
  return (
    <li className={styles.row}>
      <span className={styles.name}>{item.file.name}</span>
      <span className={styles.size}>{fileSize(item.file.size, i18n.language)}</span>
      {item.state === "uploading" && (
        <progress className={styles.progress} value={item.progress} max={1} aria-label={item.file.name} />
      )}
      <span className={bad ? styles.bad : styles.fine} role={bad ? "alert" : undefined}>
        {words[item.state]}
      </span>
      {item.state === "failed" && (
        <button
          type="button"
          className={styles.action}
          aria-label={t("attachments.again", { name: item.file.name })}
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
        aria-label={t("attachments.remove", { name: item.file.name })}
        onClick={() => {
          attachments.remove(item.key);
        }}
      >
        ×
      </button>
    </li>
  );
}
