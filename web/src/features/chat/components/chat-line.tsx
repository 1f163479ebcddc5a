import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { VisitorTold } from "@/lib/live-messages";
import { useLive } from "@/lib/live-context";
import type { OnTicket } from "@/lib/ticket-parts";

import styles from "./chat-line.module.css";

/** Whether who chats is there, writes, and has read what was answered. */
export function Line({ ticket }: OnTicket) {
  const { t } = useTranslation("agent");
  const { visitor, typing } = useVisitor(ticket.id);
  const last = ticket.timeline.findLast(({ type }) => type === "MessageAdded" || type === "TicketCreated");
  const answered = last !== undefined && last.actor.id !== ticket.requester.id;
  const read = answered && visitor?.seen !== null && (visitor?.seen ?? 0) >= ticket.revision;
  return (
    <p className={styles.line} role="status">
      <span className={visitor === null ? styles.gone : styles.here} aria-hidden="true" />
      <bdi>{ticket.requester.name}</bdi>{" "}
      <span>
        {t(typing ? "chat.types" : visitor === null ? "chat.away" : read ? "chat.read" : "chat.here")}
      </span>
    </p>
  );
}

function useVisitor(ticketId: string) {
  const { hear } = useLive();
  const [visitor, setVisitor] = useState<VisitorTold | null>(null);
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    let [goes, pauses] = [0, 0];
    const unhear = hear((told) => {
      if (!told.topics.includes(`ticket:${ticketId}`)) return;
      if (told.type === "typing" && told.name === undefined) {
        window.clearTimeout(pauses);
        setTyping(true);
        pauses = window.setTimeout(() => {
          setTyping(false);
        }, told.seconds * 1000);
      }
      if (told.type !== "visitor") return;
      window.clearTimeout(goes);
      setVisitor(told.doing === "gone" ? null : told);
      goes = window.setTimeout(() => {
        setVisitor(null);
      }, told.seconds * 1000);
    });
    return () => {
      window.clearTimeout(goes);
      window.clearTimeout(pauses);
      unhear();
    };
  }, [hear, ticketId]);
  return { visitor, typing };
}
