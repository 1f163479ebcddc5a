import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useOutbox } from "../outbox";
import excerpt from "./excerpt.module.css";
import styles from "./outbox.module.css";
import { StopButton } from "./stop-button";

/** Below the thread: what is written and has not gone out yet. */
export function WaitingMessages({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation("agent");
  const items = useOutbox().filter((item) => item.ticketId === ticketId);
  const newest = useRef<HTMLDivElement>(null);
  const known = useRef(items.length);
  useEffect(() => {
    // One has just written it.
    if (items.length > known.current) newest.current?.scrollIntoView({ block: "end" });
    known.current = items.length;
  }, [items.length]);
  return items.map((item) => (
    <div key={item.key} ref={newest} className={styles.waiting}>
      <p className={excerpt.words} dir="auto">
        {item.message.body}
      </p>
      <div className={excerpt.actions}>
        <span className={styles.of}>
          {item.asks === null ? t("outbox.waits") : t(`outbox.asks.${item.asks}`)}
        </span>
        <StopButton item={item} size="compact-xs" />
      </div>
    </div>
  ));
}
