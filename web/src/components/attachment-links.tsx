import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { StoredAttachment } from "@/api/types";
import { useProblemText } from "@/lib/problem-text";
import { fileSize } from "@/lib/time-format";

import { FileName } from "./file-name";
import styles from "./attachment-links.module.css";

/** Where an attachment can be fetched now; the address is signed and short-lived, so it is asked for at the click. */
export type Download = (attachment: StoredAttachment) => Promise<{ url: string }>;

interface Props {
  attachments: readonly StoredAttachment[];
  download: Download;
}

export function AttachmentLinks({ attachments, download }: Props) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<unknown>(null);
  const fetchFile = async (attachment: StoredAttachment) => {
    setProblem(null);
    try {
      const { url } = await download(attachment);
      window.location.assign(url);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <ul className={styles.list} aria-label={t("attachments.label")}>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <button
              type="button"
              className={styles.file}
              title={t("attachments.download", { name: attachment.name })}
              onClick={() => void fetchFile(attachment)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true" className={styles.clip}>
                <path d="M11.5 6.5 7 11a2 2 0 0 1-2.8-2.8l5-5a3 3 0 0 1 4.3 4.2L8.2 12.7" />
              </svg>
              <FileName name={attachment.name} />
              {attachment.size > 0 && (
                <span className={styles.size}>{fileSize(attachment.size, i18n.language)}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problemText(problem)}
        </p>
      )}
    </>
  );
}
