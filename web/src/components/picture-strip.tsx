import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { StoredAttachment } from "@/api/types";

import styles from "./picture-strip.module.css";
import { useAddress, type PictureFiles } from "./rich-text/use-address";
import { Viewer } from "./rich-text/viewer";

interface Props extends PictureFiles {
  /** What stands for one that cannot be seen. */
  instead: (file: StoredAttachment) => ReactNode;
  onDownload: (file: StoredAttachment) => void;
}

/** Pictures that came with a message, side by side; each is opened large, and from there the next and the one before. */
export function PictureStrip({ files, download, instead, onDownload }: Props) {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const [large, setLarge] = useState<string | null>(null);
  const seen = files.filter(({ id }) => urls.has(id));
  const at = seen.findIndex(({ id }) => id === large);
  const shown = seen[at];
  return (
    <>
      {files.map((file) => (
        <li key={file.id}>
          <Preview
            {...{ file, files, download }}
            instead={instead(file)}
            onOpen={(url) => {
              setUrls((before) => new Map(before).set(file.id, url));
              setLarge(file.id);
            }}
            onSeen={(url) => {
              setUrls((before) => (before.get(file.id) === url ? before : new Map(before).set(file.id, url)));
            }}
          />
        </li>
      ))}
      {shown !== undefined && (
        <Viewer
          url={urls.get(shown.id) ?? ""}
          name={shown.name}
          place={`${at + 1} / ${seen.length}`}
          onClose={() => {
            setLarge(null);
          }}
          onStep={
            seen.length > 1
              ? (by) => {
                  setLarge(seen[(at + by + seen.length) % seen.length]?.id ?? null);
                }
              : undefined
          }
          onDownload={() => {
            onDownload(shown);
          }}
        />
      )}
    </>
  );
}

interface PreviewProps extends PictureFiles {
  file: StoredAttachment;
  instead: ReactNode;
  onOpen: (url: string) => void;
  onSeen: (url: string) => void;
}

function Preview({ file: { id, name }, files, download, instead, onOpen, onSeen }: PreviewProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLSpanElement>(null);
  const [url, failed] = useAddress({ files, download }, id, box);
  const [broken, setBroken] = useState(false);
  if (failed || broken) return instead;
  if (url === undefined) {
    return (
      <span ref={box} className={styles.coming}>
        <bdi>{name}</bdi>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles.preview}
      aria-label={t("pictures.open", { name })}
      title={name}
      onClick={() => {
        onOpen(url);
      }}
    >
      <img
        src={url}
        alt=""
        onLoad={() => {
          onSeen(url);
        }}
        onError={() => {
          setBroken(true);
        }}
      />
    </button>
  );
}
