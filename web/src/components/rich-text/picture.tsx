import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";

import type { StoredAttachment } from "@/api/types";
import { pictureHere } from "@/lib/pictures-here";
import { isProblem } from "@/lib/problem";

import styles from "./picture.module.css";

export interface PictureFiles {
  files: readonly StoredAttachment[];
  /** Where one can be fetched now. */
  download: (file: StoredAttachment) => Promise<{ url: string }>;
}

/** The files among which a text finds its pictures. */
export const PicturesFrom = createContext<PictureFiles | null>(null);

interface Props {
  /** Which file it is. */
  file: string;
  name: string;
  /** Within a link it is pressed to go there. */
  linked: boolean;
}

/** A picture in a text: from the files that came with it, and from nowhere else. It is asked for when it comes near. */
export function Picture({ file, name, linked }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLSpanElement>(null);
  const [large, setLarge] = useState(false);
  const [url, failed] = useAddress(file, box);
  if (url === undefined) {
    return (
      <span ref={box} className={failed ? styles.absent : styles.coming}>
        [<bdi>{name}</bdi>]
      </span>
    );
  }
  const picture = <img src={url} alt={name} className={styles.small} />;
  if (linked) return picture;
  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-label={t("pictures.open", { name })}
        onClick={() => {
          setLarge(true);
        }}
      >
        {picture}
      </button>
      {large && (
        <Viewer
          {...{ url, name }}
          onClose={() => {
            setLarge(false);
          }}
        />
      )}
    </>
  );
}

interface Viewed {
  url: string;
  name: string;
  onClose: () => void;
}

/** Above the page, as large as it is; any press and Esc lead back. */
function Viewer({ url, name, onClose }: Viewed) {
  const { t } = useTranslation();
  const show = useCallback((dialog: HTMLDialogElement | null) => dialog?.showModal(), []);
  return createPortal(
    <dialog ref={show} className={styles.viewer} aria-label={name} onClose={onClose}>
      <button
        type="button"
        className={styles.close}
        aria-label={t("pictures.close")}
        onClick={(event) => {
          event.currentTarget.closest("dialog")?.close();
        }}
      >
        <img src={url} alt={name} />
      </button>
    </dialog>,
    document.body,
  );
}

const AGAIN_MS = 2_000;
/** So often it is asked for while the service still looks at the file. */
const TRIES = 10;

function useAddress(
  id: string,
  box: { current: Element | null },
): [url: string | undefined, failed: boolean] {
  const from = useContext(PicturesFrom);
  const file = from?.files.find((one) => one.id === id);
  const here = pictureHere(id.split("-").at(-1) ?? id);
  const [address, setAddress] = useState<string>();
  const [failed, setFailed] = useState(false);
  const latest = useRef(from);
  useEffect(() => {
    latest.current = from;
  });
  const wanted = here === undefined && file !== undefined;
  useEffect(() => {
    if (!wanted || box.current === null) return;
    let gone = false;
    let timer = 0;
    const ask = (left: number) => {
      latest.current?.download(file).then(
        ({ url }) => {
          if (!gone) setAddress(url);
        },
        (error: unknown) => {
          if (gone) return;
          if (isProblem(error, 409) && left > 0) timer = window.setTimeout(ask, AGAIN_MS, left - 1);
          else setFailed(true);
        },
      );
    };
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        ask(TRIES);
      },
      { rootMargin: "300px" },
    );
    near.observe(box.current);
    return () => {
      gone = true;
      window.clearTimeout(timer);
      near.disconnect();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- an attachment never changes
  }, [wanted, id, box]);
  return [here ?? address, failed || (here === undefined && file === undefined)];
}
