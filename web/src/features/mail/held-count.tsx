import { useTranslation } from "react-i18next";

import { useHeldMails } from "./api/count-held";
import { useNewsOfHeld } from "./api/hear-of-held";
import styles from "./held-count.module.css";

/** So many mails are held, said beside the page that has them; nothing while there are none. */
export function HeldCount() {
  const { t } = useTranslation("settings");
  useNewsOfHeld();
  const { count = 0, more = false } = useHeldMails().data ?? {};
  if (count === 0) return null;
  const said = more ? `${count}+` : String(count);
  return (
    <>
      {" "}
      <span className={styles.count}>
        <span aria-hidden>{said}</span>
        <span className="visually-hidden">{t("mails.held", { count, said })}</span>
      </span>
    </>
  );
}
