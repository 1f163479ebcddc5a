import { IconArrowDownLeft, IconArrowUpRight, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { useProductNow } from "@/lib/product-clock";
import { dayTime } from "@/lib/time-format";

import styles from "./turn.module.css";

const ICONS = { us: IconArrowDownLeft, requester: IconArrowUpRight, time: IconClock };

/** Who waits for whom: the colour says that somebody is owed a word. */
export function Turn({ waits_for: whom, waits_since: since }: Pick<Card, "waits_for" | "waits_since">) {
  const { t, i18n } = useTranslation("agent");
  const now = useProductNow(60_000);
  if (whom == null) return null;
  const Icon = ICONS[whom];
  const owed = whom === "us" && since != null;
  const time = since == null ? "" : dayTime(since, now, i18n.language);
  const words = since == null ? t("turn.answered") : t(`turn.${whom}`, { time });
  return (
    <span className={owed ? styles.owed : styles.turn} title={words}>
      <Icon size={16} aria-hidden />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
