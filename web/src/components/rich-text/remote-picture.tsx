import { useTranslation } from "react-i18next";

import styles from "./picture.module.css";

interface Props {
  /** Where it lies. */
  elsewhere: string;
  name: string;
  /** Within a link it is pressed to go there. */
  linked: boolean;
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

/**
 * A picture of a mail that lies on another server: it is not loaded, so that nobody learns that the mail was read. Pressed,
 * it is opened by itself, and its server learns nothing of this page.
 */
export function RemotePicture({ elsewhere, name, linked }: Props) {
  const { t } = useTranslation();
  const host = hostOf(elsewhere);
  const words = name.trim() === "" ? host : name;
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
