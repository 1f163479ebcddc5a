import { useTranslation } from "react-i18next";

import type { NamedUpload } from "@/api/types";
import { fileSize } from "@/lib/time-format";

import { FileName } from "./file-name";
import styles from "./kept-files.module.css";

interface Props {
  files: readonly Pick<NamedUpload, "id" | "name" | "size">[];
  onRemove: (id: string) => void;
}

/** Files that are with the service already: they came back with what had been sent. */
export function KeptFiles({ files, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  if (files.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t("attachments.label")}>
      {files.map(({ id, name, size }) => (
        <li key={id} className={styles.file}>
          <FileName name={name} />
          {size !== undefined && <span className={styles.size}>{fileSize(size, i18n.language)}</span>}
          <button
            type="button"
            className={styles.remove}
            aria-label={t("attachments.remove", { name })}
            onClick={() => {
              onRemove(id);
            }}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
