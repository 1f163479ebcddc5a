import { useTranslation } from "react-i18next";

import type { Workload } from "@/api/settings-types";

import { loadOf, toneOf } from "../now";
import styles from "./bars.module.css";

/** How full somebody is; the words beside it say the same. */
export function LoadBar({ of }: { of: Pick<Workload, "held" | "capacity"> }) {
  const { t } = useTranslation("settings");
  const load = loadOf(of);
  return (
    <span className={styles.load}>
      <span className={styles.bar} aria-hidden="true">
        {load > 0 && (
          <i
            className={`${styles.part} ${styles[toneOf(load)]}`}
            style={{ insetInlineStart: 0, width: `${Math.min(load, 1) * 100}%` }}
          />
        )}
      </span>
      <span className={styles.words}>
        {t("roster.held", { held: of.held, capacity: of.capacity })}
        {load > 1 && <span className={styles.over}> {t("now.over")}</span>}
      </span>
    </span>
  );
}
