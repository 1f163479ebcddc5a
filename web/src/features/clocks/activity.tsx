import type { Activity } from "@/lib/ticket-parts";

import styles from "./activity.module.css";

export const activity: Activity = {
  ClockWarned: ({ clock }, { t, words }) => t("agent:activity.warned", { clock: words.clock(clock) }),
  ClockBreached: ({ clock }, { t, words }) => (
    <span className={styles.breach}>{t("agent:activity.breached", { clock: words.clock(clock) })}</span>
  ),
};
