import { useTranslation } from "react-i18next";

import { FileName } from "@/components/file-name";

import styles from "./side-composer.module.css";

interface Props {
  files: readonly { id: string; name: string }[];
  onRemove: (id: string) => void;
}

/** Files that go along: new ones, and those of the ticket that were chosen. */
export function GoingFiles({ files, onRemove }: Props) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t("attachments.label")}>
      {files.map(({ id, name }) => (
        <li key={id} className={styles.file}>
          <FileName name={name} />
          <button
            type="button"
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
