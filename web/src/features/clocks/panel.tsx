import { Anchor, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Clock, Ticket } from "@/api/types";
import { Deadline } from "@/components/deadline";
import { SideCard } from "@/components/side-card";
import { Time } from "@/components/time";
import type { OnTicket } from "@/lib/ticket-parts";
import { workSpan } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { WhyDeadline } from "./components/why-deadline";
import styles from "./panel.module.css";

export function ClocksPanel({ ticket }: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <SideCard title={t("ticket.clocks")}>
      <Clocks ticket={ticket} />
    </SideCard>
  );
}

function Clocks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const [why, setWhy] = useState<Clock | null>(null);
  if (ticket.clocks.length === 0) return <p className={styles.none}>{t("ticket.noClocks")}</p>;
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
      <Modal
        opened={why !== null}
        onClose={() => {
          setWhy(null);
        }}
        title={why && t("clock.whyTitle", { clock: words.clock(why.clock) })}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        {why !== null && <WhyDeadline ticket={ticket} clock={why} />}
      </Modal>
    </>
  );
}

function ClockRow({ clock, onWhy }: { clock: Clock; onWhy: () => void }) {
  const { t, i18n } = useTranslation("agent");
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
          {t("clock.target", { span: workSpan(clock.target_seconds, i18n.language) })}
          {clock.business && ` · ${t("clock.business")}`}
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

function ClockState({ clock }: { clock: Clock }) {
  const { t, i18n } = useTranslation("agent");
  switch (clock.state) {
    case "met":
      return (
        <span className={styles.word}>
          {clock.breached ? t("clock.metLate") : t("clock.met")}{" "}
          {clock.met_at !== null && <Time at={clock.met_at} />}
        </span>
      );
    case "paused":
      return (
        <span className={styles.word}>
          {t("clock.paused")}
          {clock.remaining_seconds !== null &&
            ` · ${t("clock.left", { span: workSpan(clock.remaining_seconds, i18n.language) })}`}
        </span>
      );
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
