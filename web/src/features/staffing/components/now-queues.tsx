import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { QueueNow } from "@/api/settings-types";
import { LevelBadge } from "@/components/badges";
import { useProductNow } from "@/lib/product-clock";
import { span } from "@/lib/time-format";

import styles from "./now-queues.module.css";

/** What waits for a person, team by team: how much, how long the oldest, and when the next would be taken. */
export function NowQueues({ queues }: { queues: readonly QueueNow[] }) {
  const { t } = useTranslation("settings");
  const waiting = queues.filter((queue) => queue.waiting > 0);
  if (waiting.length === 0) return <p className={styles.nothing}>{t("now.nothingWaits")}</p>;
  return (
    <ul className={styles.queues} aria-label={t("now.waiting")}>
      {waiting.map((queue) => (
        <Queue key={queue.team} queue={queue} />
      ))}
    </ul>
  );
}

function Queue({ queue }: { queue: QueueNow }) {
  const { t, i18n } = useTranslation("settings");
  const now = useProductNow(30_000);
  const long = (seconds: number) => span(Math.max(60, Math.round(seconds / 60) * 60), i18n.language);
  return (
    <li className={styles.queue}>
      <Link to="/teams/$teamId" params={{ teamId: queue.team }} className={styles.name}>
        <bdi>{queue.name}</bdi> <LevelBadge level={queue.level} />
      </Link>
      <strong>{t(queue.more ? "now.waitAtLeast" : "roster.waiting", { count: queue.waiting })}</strong>
      {queue.oldest !== null && (
        <span>{t("now.oldest", { span: long((now - Date.parse(queue.oldest)) / 1000) })}</span>
      )}
      {queue.expected_seconds !== null && (
        <span>{t("now.expected", { span: long(queue.expected_seconds) })}</span>
      )}
    </li>
  );
}
