import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { useProductNow } from "@/lib/product-clock";
import { dayTime, fullTime, span } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import styles from "./due.module.css";

/** However long it had, so close a deadline is near. */
const NEAR_MS = 30 * 60_000;
const DAY_MS = 86_400_000;

type Of = Pick<
  Card,
  "next_deadline" | "next_clock" | "near_at" | "waiting" | "paused_since" | "breached" | "phase"
>;

function toneOf(at: number, nearAt: string | null | undefined, now: number): string | undefined {
  if (at <= now) return styles.over;
  const near = at - now <= NEAR_MS || (nearAt != null && Date.parse(nearAt) <= now);
  return near ? styles.near : undefined;
}

/** The next deadline in two lines: what one has to know first stands first. */
export function Due({ card }: { card: Of }) {
  const { t, i18n } = useTranslation("agent");
  const words = useWords();
  const now = useProductNow();
  const { next_deadline: at, next_clock: clock, near_at, paused_since: since, waiting } = card;
  const others = card.breached
    .filter((one) => at === null || one !== clock)
    .map(words.clock)
    .join(", ");
  const missed = others === "" ? null : t("clock.breached", { clocks: others });

  if (at === null) {
    const paused = since == null ? null : t("clock.since", { time: dayTime(since, now, i18n.language) });
    return (
      <span className={`${styles.due} ${styles.none}`}>
        <span>{waiting ? t("clock.paused") : t("clock.none")}</span>
        <Second missed={missed}>{paused}</Second>
      </span>
    );
  }
  const left = Date.parse(at) - now;
  const length = span(left / 1000, i18n.language);
  const countdown = left <= 0 ? t("clock.over", { span: length }) : t("clock.in", { span: length });
  const instant = <time dateTime={at}>{dayTime(at, now, i18n.language)}</time>;
  const [first, second] = left < DAY_MS ? [countdown, instant] : [instant, countdown];
  const named = clock === null ? "" : words.clock(clock);
  return (
    <span
      className={`${styles.due} ${toneOf(Date.parse(at), near_at, now) ?? ""}`}
      title={`${named} ${fullTime(at, i18n.language)}`.trim()}
    >
      <span>
        <span className="visually-hidden">{named} </span>
        {first}
      </span>
      <Second missed={missed}>{second}</Second>
    </span>
  );
}

/** What was missed beside the next deadline is said instead. */
function Second({ missed, children }: { missed: string | null; children: React.ReactNode }) {
  if (missed === null) return <span className={styles.second}>{children}</span>;
  return (
    <span className={`${styles.second} ${styles.missed}`} title={missed}>
      {missed}
    </span>
  );
}
