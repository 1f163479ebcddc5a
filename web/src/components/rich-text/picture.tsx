import { createContext, useContext, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./picture.module.css";
import { useAddress, type PictureFiles } from "./use-address";
import { Viewer } from "./viewer";

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
  const [url, failed] = useAddress(useContext(PicturesFrom), file, box);
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
