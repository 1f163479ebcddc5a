import { useTranslation } from "react-i18next";

import { useProductNow } from "@/lib/product-clock";
import { localeOf } from "@/lib/time-format";

import { dayOf, partOf, within, type Stretch } from "../now";
import styles from "./bars.module.css";

/** Somebody's shift in the reader's day, with a line where it is now. */
export function ShiftBar({ shifts }: { shifts: readonly Stretch[] | null }) {
  const { t, i18n } = useTranslation("settings");
  const now = useProductNow(60_000);
  const day = dayOf(now);
  const clock = new Intl.DateTimeFormat(localeOf(i18n.language), {
    hour: "2-digit",
    minute: "2-digit",
  });
  const parts = within(shifts ?? [], day);
  const words = () => {
    if (shifts === null) return t("now.anytime");
    if (parts.length === 0) return t("now.noShift");
    return parts.map(([from, to]) => `${clock.format(from)}–${clock.format(to)}`).join(", ");
  };
  return (
    <span className={styles.shift}>
      <span className={`${styles.bar} ${shifts === null ? styles.anytime : ""}`} aria-hidden="true">
        {parts.map((part) => {
          const { left, width } = partOf(part, day);
          return (
            <i
              key={part[0]}
              className={`${styles.part} ${styles.there}`}
              style={{ insetInlineStart: `${left}%`, width: `${width}%` }}
            />
          );
        })}
        <i className={styles.now} style={{ insetInlineStart: `${partOf([now, now], day).left}%` }} />
      </span>
      <span className={styles.words}>{words()}</span>
    </span>
  );
}
