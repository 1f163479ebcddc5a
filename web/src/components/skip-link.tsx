import { useTranslation } from "react-i18next";

import styles from "./skip-link.module.css";

export const MAIN_ID = "main";

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      href={`#${MAIN_ID}`}
      className={styles.skip}
      onClick={(event) => {
        // Focus by hand: the hash of the status page is the key to the ticket and must stay.
        event.preventDefault();
        document.getElementById(MAIN_ID)?.focus();
      }}
    >
      {t("skip")}
    </a>
  );
}
