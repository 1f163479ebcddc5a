/** That one is at a ticket, and with it how far one has read: said over the live line while the page is looked at. */
import { useDocumentVisibility } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";

import type { OwnMark, Ticket } from "@/api/types";
import { keepMark, useOwnMarks, usePutMark } from "@/lib/desk/own-marks";
import type { Here } from "@/lib/live-messages";
import { useLive } from "@/lib/live-context";
import { productNow } from "@/lib/product-clock";
import { doneBy } from "@/lib/timeline";

const BEAT_MS = 10_000;
/** Who pauses for longer looks again. */
const WRITING_MS = 10_000;

const now = (): string => new Date(productNow()).toISOString();

/** Just before the last that others wrote; what one wrote oneself is not news. */
function beforeTheLast({ id, revision, timeline }: Ticket, myId: string): OwnMark {
  const last = timeline.findLast((entry) => entry.type === "MessageAdded" && doneBy(entry) !== myId);
  const at = last === undefined ? now() : new Date(Date.parse(last.at) - 1).toISOString();
  return { ticket_id: id, revision: Math.max(revision - 1, 0), at };
}

interface AtTicket {
  typed: () => void;
  /** Marked unread, so that looking on does not take it back. */
  unread: boolean;
  setUnread: (unread: boolean) => void;
}

export function useHere(ticket: Ticket, myId: string): AtTicket {
  const client = useQueryClient();
  const { status, here } = useLive();
  const visible = useDocumentVisibility() !== "hidden";
  const { mutate: put } = usePutMark();
  const mark = useOwnMarks().data?.byTicket[ticket.id];
  const [unread, setUnread] = useState(false);
  const [before, setBefore] = useState(mark);
  if (mark !== before) {
    setBefore(mark);
    // On whatever device it was put back, here it stays so.
    if (mark !== undefined && before !== undefined && mark.revision < before.revision) setUnread(true);
  }
  const { typed, writing } = useWriting();
  const { id, revision } = ticket;
  const isNew = !unread && (mark === undefined || mark.revision < revision);

  const say = useEffectEvent((doing: Here["doing"]) => {
    const said = here(`ticket:${id}`, { doing, ...(isNew && { seen: revision }) });
    if (said && isNew) keepMark(client, { ticket_id: id, revision, at: now() });
  });
  useEffect(() => {
    if (!visible) return;
    const beat = () => {
      say(writing ? "writing" : "looking");
    };
    beat();
    const timer = window.setInterval(beat, BEAT_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [visible, writing, id]);
  useEffect(() => {
    if (!visible) return;
    const leave = () => {
      say("gone");
    };
    // Who closes the page leaves it, too.
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [visible, id]);
  const withoutLine = status === "waiting" && visible && isNew;
  useEffect(() => {
    if (withoutLine) put({ ticket_id: id, revision, at: now() });
  }, [withoutLine, id, revision, put]);

  return {
    typed,
    unread,
    setUnread: (wanted) => {
      setUnread(wanted);
      put(wanted ? beforeTheLast(ticket, myId) : { ticket_id: id, revision, at: now() });
    },
  };
}

function useWriting() {
  const [writing, setWriting] = useState(false);
  const pause = useRef<number | undefined>(undefined);
  useEffect(
    () => () => {
      window.clearTimeout(pause.current);
    },
    [],
  );
  const typed = () => {
    setWriting(true);
    window.clearTimeout(pause.current);
    pause.current = window.setTimeout(() => {
      setWriting(false);
    }, WRITING_MS);
  };
  return { typed, writing };
}
