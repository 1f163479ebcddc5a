import { useTranslation } from "react-i18next";

import styles from "./composer.module.css";

/** What was written to a ticket that takes no reply any more: nothing typed is ever hidden. */
export function UnsentReply({ words }: { words: string }) {
  const { t } = useTranslation("agent");
  return (
    <figure className={styles.unsent}>
      <figcaption>{t("composer.unsent")}</figcaption>
      <blockquote dir="auto">{words}</blockquote>
    </figure>
  );
}
