import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Clock, Ticket } from "@/api/types";
import { Deadline } from "@/components/deadline";
import { Sheet } from "@/components/sheet";
import { SideCard } from "@/components/side-card";
import { Time } from "@/components/time";
import type { OnTicket } from "@/lib/ticket-parts";
import { useProductNow } from "@/lib/product-clock";
import { workSpan } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { WhyDeadline } from "./components/why-deadline";
import styles from "./panel.module.css";

export function ClocksPanel({ ticket }: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <SideCard title={t("ticket.clocks")} empty={ticket.clocks.length === 0}>
      <Clocks ticket={ticket} />
    </SideCard>
  );
}

function Clocks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const [why, setWhy] = useState<Clock | null>(null);
  return (
    <>
      <ul className={styles.clocks}>
        {ticket.clocks.map((clock) => (
          <ClockRow
            key={`${clock.clock}.${clock.generation}`}
            clock={clock}
            onWhy={() => {
              setWhy(clock);
            }}
          />
        ))}
      </ul>
      {ticket.ended_clocks
        .filter(({ older }) => older > 0)
        .map(({ clock, kept, missed, older }) => (
          <p key={clock} className={styles.older}>
            {t("ticket.olderClocks", { clock: words.clock(clock), older, kept, missed })}
          </p>
        ))}
      {why !== null && (
        <Sheet
          title={t("clock.whyTitle", { clock: words.clock(why.clock) })}
          onClose={() => {
            setWhy(null);
          }}
        >
          <WhyDeadline ticket={ticket} clock={why} />
        </Sheet>
      )}
    </>
  );
}

function ClockRow({ clock, onWhy }: { clock: Clock; onWhy: () => void }) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const tone = clock.breached ? styles.missed : clock.state === "met" ? styles.met : styles.live;
  return (
    <li className={`${styles.clock} ${tone}`}>
      <div className={styles.line}>
        <span className={styles.name}>{words.clock(clock.clock)}</span>
        <ClockState clock={clock} />
      </div>
      <Bar clock={clock} />
      <div className={styles.line}>
        <span className={styles.facts}>
          <Left clock={clock} />
        </span>
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={onWhy}
          aria-label={`${t("clock.why")} ${words.clock(clock.clock)}`}
        >
          {t("clock.whyShort")}
        </Anchor>
      </div>
    </li>
  );
}

/** Until when, and how much of the promised time is left; of what is over, what was promised. */
function Left({ clock }: { clock: Clock }) {
  const { t, i18n } = useTranslation("agent");
  const now = useProductNow(30_000);
  const { due_at, remaining_seconds, target_seconds, business } = clock;
  const target = workSpan(target_seconds, i18n.language);
  const ends = clock.state === "running" && due_at !== null;
  if (remaining_seconds === null || clock.breached) {
    return (
      <>
        {ends && <Due at={due_at} />}
        {t("clock.target", { span: target })}
        {business && ` · ${t("clock.business")}`}
      </>
    );
  }
  // It is told as of the last answer: no more of it is left than there is time.
  const seconds = ends ? Math.min(remaining_seconds, (Date.parse(due_at) - now) / 1000) : remaining_seconds;
  const left = { left: workSpan(seconds, i18n.language), target };
  return (
    <>
      {ends && <Due at={due_at} />}
      {business ? t("clock.leftOfWork", left) : t("clock.leftOf", left)}
    </>
  );
}

function Due({ at }: { at: string }) {
  const { t } = useTranslation("agent");
  return (
    <>
      {t("clock.due", { time: "" })}
      <Time at={at} />
      <br />
    </>
  );
}

function ClockState({ clock }: { clock: Clock }) {
  const { t } = useTranslation("agent");
  switch (clock.state) {
    case "met":
      return (
        <span className={styles.word}>
          {clock.breached ? t("clock.metLate") : t("clock.met")}{" "}
          {clock.met_at !== null && <Time at={clock.met_at} />}
        </span>
      );
    case "paused":
      return <span className={styles.word}>{t("clock.paused")}</span>;
    case "running":
      return <Deadline at={clock.due_at} label={undefined} />;
    default:
      return <span className={styles.word}>{clock.breached ? t("clock.missed") : t("clock.stopped")}</span>;
  }
}

/** How much of the promise is used up, as of the last answer. */
function Bar({ clock }: { clock: Clock }) {
  if (clock.remaining_seconds === null) return null;
  const used = Math.min(Math.max(1 - clock.remaining_seconds / clock.target_seconds, 0), 1);
  return <progress className={styles.bar} value={used} max={1} aria-hidden="true" />;
}
