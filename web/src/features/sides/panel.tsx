import { useTranslation } from "react-i18next";

import type { SideConversation } from "@/api/types";
import { SideCard } from "@/components/side-card";
import { Time } from "@/components/time";
import type { OnTicket } from "@/lib/ticket-parts";

import { NEW, openSide, useOpenSide } from "./open-side";
import styles from "./panel.module.css";
import { useUnreadSides } from "./seen";

/** The conversations beside the one with the requester; each opens in its place. */
export function SidesPanel({ ticket }: OnTicket) {
  const { t } = useTranslation("agent");
  const unread = useUnreadSides(ticket.id, ticket.sides);
  const opened = useOpenSide();
  const add = {
    words: t("sides.new"),
    run: () => {
      openSide(NEW);
    },
  };
  return (
    <SideCard title={t("sides.title")} empty={ticket.sides.length === 0} add={add}>
      <ul className={styles.sides}>
        {ticket.sides.toReversed().map((side) => (
          <Row key={side.id} side={side} unread={unread.has(side.id)} here={opened === side.id} />
        ))}
      </ul>
    </SideCard>
  );
}

function Row({ side, unread, here }: { side: SideConversation; unread: boolean; here: boolean }) {
  const { t } = useTranslation("agent");
  const stands = !side.open ? "closed" : side.answer === null ? "waits" : "answered";
  return (
    <li>
      <button
        type="button"
        className={styles.side}
        aria-current={here || undefined}
        data-unread={unread || undefined}
        onClick={() => {
          openSide(side.id);
        }}
      >
        <span className={styles.subject}>
          {unread && <span className={styles.dot} role="img" aria-label={t("sides.unread")} />}
          <bdi>{side.subject}</bdi>
        </span>
        <span className={styles.to}>
          <bdi>{side.to.join(", ")}</bdi>
        </span>
        <span className={styles.facts}>
          <span className={side.open && side.answer !== null ? styles.answered : undefined}>
            {t(`sides.${stands}`)}
          </span>
          <Time at={side.at} />
        </span>
        {side.returned.map((address) => (
          <span key={address} className={styles.returned}>
            {t("sides.returned", { address, interpolation: { escapeValue: false } })}
          </span>
        ))}
      </button>
    </li>
  );
}
