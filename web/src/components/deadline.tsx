import { useTranslation } from "react-i18next";

import { useProductNow } from "@/lib/product-clock";
import { fullTime, span } from "@/lib/time-format";

import styles from "./deadline.module.css";

/** From here on a deadline is near. */
const SOON_SECONDS = 30 * 60;

interface Props {
  at: string | null;
  /** The clock stands still while the desk waits for somebody. */
  paused?: boolean;
  label?: string | undefined;
}

/** A countdown to an instant, ticking with the product's clock. */
export function Deadline({ at, paused = false, label }: Props) {
  const { t, i18n } = useTranslation("agent");
  const now = useProductNow();
  if (at === null) {
    return (
      <span className={`${styles.deadline} ${styles.none}`}>
        {paused ? t("clock.paused") : t("clock.none")}
      </span>
    );
  }
  const seconds = (Date.parse(at) - now) / 1000;
  const tone = seconds < 0 ? styles.over : seconds < SOON_SECONDS ? styles.soon : styles.fine;
  const words = span(seconds, i18n.language);
  return (
    <span className={`${styles.deadline} ${tone}`}>
      <time dateTime={at} title={fullTime(at, i18n.language)}>
        {seconds < 0 ? t("clock.over", { span: words }) : t("clock.in", { span: words })}
      </time>
      {label !== undefined && <span className={styles.label}>{label}</span>}
    </span>
  );
}
