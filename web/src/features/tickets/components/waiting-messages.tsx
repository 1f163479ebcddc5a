import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Words } from "@/components/rich-text/words";
import { useReachable } from "@/lib/reachability";

import { change, useOutbox, type Waiting } from "../outbox";
import excerpt from "./excerpt.module.css";
import styles from "./outbox.module.css";
import { SendAnyway } from "./send-anyway";
import { StopButton } from "./stop-button";

interface Props {
  ticketId: string;
  /** To people outside: on which side, null for one that is not begun. Without it, what goes to the requester and notes. */
  side?: string | null;
  /** It stands in the composer again. */
  onStopped?: (item: Waiting) => void;
}

/** Below the thread: what is written and has not gone out yet. */
export function WaitingMessages({ ticketId, side, onStopped }: Props) {
  const items = useOutbox().filter((item) => item.ticketId === ticketId && item.side?.letter.which === side);
  const newest = useRef<HTMLDivElement>(null);
  const known = useRef(items.length);
  useEffect(() => {
    // One has just written it.
    if (items.length > known.current) newest.current?.scrollIntoView({ block: "end" });
    known.current = items.length;
  }, [items.length]);
  return items.map((item) => (
    <div key={item.key} ref={newest} className={styles.waiting}>
      <div className={styles.words}>
        <Words text={item.message.body} html={item.message.html ?? null} />
      </div>
      <Foot item={item} onStopped={onStopped} />
    </div>
  ));
}

function Foot({ item, onStopped }: { item: Waiting } & Pick<Props, "onStopped">) {
  const { t } = useTranslation("agent");
  const reachable = useReachable();
  const left = useSecondsUntil(item.goesAt ?? 0);
  const held = item.asks === null && left > 0;
  const words =
    item.asks !== null
      ? t(`outbox.asks.${item.asks}`)
      : held
        ? t("outbox.held", { seconds: left })
        : t(reachable ? "outbox.going" : "outbox.waits");
  return (
    <div className={excerpt.actions}>
      <span className={styles.of}>
        {words} {item.asks === "refused" && <bdi>{item.reason}</bdi>}
      </span>
      {item.asks !== null && <SendAnyway item={item} size="compact-xs" />}
      <StopButton
        item={item}
        size="compact-xs"
        onStopped={onStopped}
        {...(held ? { words: t("composer.undo") } : {})}
      />
      {held && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            change(item.key, { goesAt: 0 });
          }}
        >
          {t("outbox.now")}
        </Button>
      )}
    </div>
  );
}

/** By the device's clock, counted down while it is on the page. */
function useSecondsUntil(instant: number): number {
  const left = () => Math.max(Math.ceil((instant - Date.now()) / 1000), 0);
  const [seconds, setSeconds] = useState(left);
  const latest = useRef(left);
  useEffect(() => {
    latest.current = left;
  });
  useEffect(() => {
    const tick = () => {
      setSeconds(latest.current());
    };
    tick();
    const ticking = window.setInterval(tick, 250);
    return () => {
      window.clearInterval(ticking);
    };
  }, [instant]);
  return seconds;
}
