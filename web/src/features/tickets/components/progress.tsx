import { useTranslation } from "react-i18next";

import type { RequesterTicket } from "@/api/types";

import styles from "./progress.module.css";

const STEPS = ["received", "working", "solved"] as const;
const REACHED: Record<RequesterTicket["turn"], number> = {
  new: 0,
  open: 1,
  pending: 1,
  on_hold: 1,
  solved: 2,
  closed: 2,
  cancelled: 2,
};

/** Where the request stands, in three steps; the middle one takes the name of what it waits for. */
export function Progress({ turn }: { turn: RequesterTicket["turn"] }) {
  const { t } = useTranslation("portal");
  const reached = REACHED[turn];
  return (
    <ol className={styles.steps}>
      {STEPS.map((step, index) => {
        const current = index === reached;
        return (
          <li
            key={step}
            aria-current={current ? "step" : undefined}
            className={index <= reached ? styles.reached : undefined}
          >
            <span className={styles.dot} aria-hidden="true" />
            {current ? t(`status.short.${turn}`) : t(`status.step.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
