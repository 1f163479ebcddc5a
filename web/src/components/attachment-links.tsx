import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { StoredAttachment } from "@/api/types";
import { isPicture } from "@/lib/pictures-here";
import { useProblemText } from "@/lib/problem-text";
import { fileSize } from "@/lib/time-format";

import styles from "./attachment-links.module.css";
import { FileName } from "./file-name";
import { PictureStrip } from "./picture-strip";
import { shows } from "./rich-text/reference";

/** Where an attachment can be fetched now; the address is signed and short-lived, so it is asked for at the click. */
export type Download = (attachment: StoredAttachment) => Promise<{ url: string }>;

interface Props {
  attachments: readonly StoredAttachment[];
  /** The text they came with: a picture that stands in it is not shown twice. */
  html: string | null;
  download: Download;
}

/** A larger one is not fetched for a look. */
const LARGEST = 5_000_000;

export function AttachmentLinks({ attachments, html, download }: Props) {
  const { t } = useTranslation();
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
  const isShown = (file: StoredAttachment) =>
    isPicture(file) && file.size <= LARGEST && !shows(html, file.id);
  const pictures = attachments.filter(isShown);
  const link = (file: StoredAttachment) => <FileLink file={file} onFetch={() => void fetchFile(file)} />;
  return (
    <>
      <ul className={styles.list} aria-label={t("attachments.label")}>
        {pictures.length > 0 && (
          <PictureStrip
            {...{ files: pictures, download }}
            instead={link}
            onDownload={(file) => void fetchFile(file)}
          />
        )}
        {attachments.map((file) => !isShown(file) && <li key={file.id}>{link(file)}</li>)}
      </ul>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problemText(problem)}
        </p>
      )}
    </>
  );
}

function FileLink({ file: { name, size }, onFetch }: { file: StoredAttachment; onFetch: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <button
      type="button"
      className={styles.file}
      title={t("attachments.download", { name })}
      onClick={onFetch}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className={styles.clip}>
        <path d="M11.5 6.5 7 11a2 2 0 0 1-2.8-2.8l5-5a3 3 0 0 1 4.3 4.2L8.2 12.7" />
      </svg>
      <FileName name={name} />
      {size > 0 && <span className={styles.size}>{fileSize(size, i18n.language)}</span>}
    </button>
  );
}
