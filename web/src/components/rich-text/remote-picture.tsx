import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";

import { ShownFromElsewhere } from "./elsewhere";
import { FramedPicture } from "./framed-picture";
import styles from "./picture.module.css";

interface Props {
  /** Where it lies. */
  elsewhere: string;
  name: string;
  /** Within a link it is pressed to go there. */
  linked: boolean;
  /** As the mail has it, where it says so. */
  width: number | undefined;
  height: number | undefined;
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

/**
 * A picture of a mail that lies on another server: it is not loaded, so that nobody learns that the mail was read, until
 * those of the message are wanted. Pressed, it is opened by itself, and its server learns nothing of this page.
 */
export function RemotePicture({ elsewhere, name, linked, width, height }: Props) {
  const { t } = useTranslation();
  const wanted = useContext(ShownFromElsewhere);
  const [failed, setFailed] = useState(false);
  const host = hostOf(elsewhere);
  const words = name.trim() === "" ? host : name;
  if (wanted && !failed) {
    const onFail = () => {
      setFailed(true);
    };
    return <FramedPicture {...{ elsewhere, name: words, width, height, onFail }} />;
  }
  if (linked)
    return (
      <span className={styles.absent}>
        [<bdi>{words}</bdi>]
      </span>
    );
  return (
    <a
      href={elsewhere}
      className={styles.elsewhere}
      rel="noopener noreferrer nofollow"
      referrerPolicy="no-referrer"
      target="_blank"
      title={t("pictures.elsewhere", { host, interpolation: { escapeValue: false } })}
    >
      [<bdi>{words}</bdi>]
    </a>
  );
}
