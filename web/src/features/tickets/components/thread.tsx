import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from "react";
import { useTranslation } from "react-i18next";

import type { Entry, OwnMark, Ticket } from "@/api/types";
import { Conversation } from "@/components/conversation";
import { Pill } from "@/components/pill";
import { announce } from "@/lib/announcer";
import { asQuote } from "@/lib/quoted";
import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";
import { doneBy } from "@/lib/timeline";

import { download } from "../api/download";
import { MessageBody } from "./message-body";
import { MessageMenu } from "./message-menu";
import styles from "./thread.module.css";

export interface ThreadHandle {
  focus: () => void;
  /** Leads to a message that is on the page. */
  show: (entryId: string) => void;
}

interface Props {
  ticket: Ticket;
  myId: string;
  /** How far the reader had read before; none when they never looked. */
  seen: OwnMark | undefined;
  activity: (entry: Entry) => ReactNode;
  /** Said beside the name of who wrote. */
  beside: (entry: Entry) => ReactNode;
  /** Said above what somebody wrote. */
  warning: (entry: Entry) => ReactNode;
  /** The one that the address of the page names. */
  linked: string | null;
  onQuote: (text: string) => void;
  onLink: (entryId: string) => void;
  /** Above the oldest that is shown. */
  earlier: ReactNode;
  handle: Ref<ThreadHandle>;
  /** Below the newest. */
  children: ReactNode;
}

const isMessage = ({ type }: Entry): boolean => type === "MessageAdded";

/** What others wrote since the reader looked last; none when they never did. */
function firstUnread(ticket: Ticket, myId: string, seen: OwnMark | undefined) {
  if (seen === undefined) return null;
  const since = Date.parse(seen.at);
  const entry = ticket.timeline.find(
    (one) => isMessage(one) && doneBy(one) !== myId && Date.parse(one.at) > since,
  );
  return entry === undefined ? null : { entry: entry.id, since: seen.at };
}

/** What scrolls: the thread itself, or on small screens the page it stands in. */
function scrollerOf(element: Element | null): Element {
  for (let at = element; at !== null; at = at.parentElement) {
    if (["auto", "scroll"].includes(window.getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}

const ROUGHLY = 24;
const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: Element): boolean =>
  scrollTop + clientHeight >= scrollHeight - ROUGHLY;

/** The conversation, opened where it becomes new; what arrives is put below and never scrolled to. */
export function Thread(props: Props) {
  const {
    ticket,
    myId,
    seen,
    activity,
    beside,
    warning,
    linked,
    onQuote,
    onLink,
    earlier,
    handle,
    children,
  } = props;
  const { t, i18n } = useTranslation("agent");
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [unread] = useState(() => firstUnread(ticket, myId, seen));
  const toEnd = useCallback(() => end.current?.scrollIntoView({ block: "end" }), []);
  useImperativeHandle(handle, () => ({
    focus: () => box.current?.focus({ preventScroll: true }),
    show: (entryId) => {
      if (!showEntry(box.current, entryId)) toEnd();
    },
  }));

  useLayoutEffect(() => {
    if (linked !== null) return;
    const mark = unread && box.current?.querySelector("[data-mark]");
    if (mark) mark.scrollIntoView({ block: "start" });
    else end.current?.scrollIntoView({ block: "end" });
  }, [unread, linked]);

  const { timeline } = ticket;
  const below = useArrivals(ticket, myId, box, toEnd);
  useKeptPlace(timeline[0]?.id, box);
  useLinked(linked, timeline.length, box);

  const since =
    unread && t("thread.newSince", { time: shortTime(unread.since, productNow(), i18n.language) });
  return (
    <div className={styles.pane}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keyboard too */}
      <section ref={box} tabIndex={0} className={styles.thread} aria-label={t("thread.label")}>
        {earlier}
        <Conversation
          entries={timeline}
          viewerId={myId}
          activity={activity}
          beside={beside}
          warning={warning}
          Body={MessageBody}
          menu={(entry) => (
            <MessageMenu
              entry={entry}
              onQuote={() => {
                onQuote(asQuote(entry.body ?? ""));
              }}
              onLink={() => {
                onLink(entry.id);
              }}
            />
          )}
          download={download}
          {...(unread !== null && since !== null && { mark: { before: unread.entry, words: since } })}
        />
        {children}
        <div ref={end} className={styles.end} />
      </section>
      {below > 0 && (
        <div className={styles.place}>
          <Pill onClick={toEnd}>{t("thread.below", { count: below })} ↓</Pill>
        </div>
      )}
    </div>
  );
}

/** How many messages of others have come that are not in sight; one's own are scrolled to. */
function useArrivals(
  { id, timeline }: Ticket,
  myId: string,
  box: { current: HTMLElement | null },
  toEnd: () => void,
): number {
  const { t } = useTranslation("agent");
  const [below, setBelow] = useState(0);
  const known = useRef(timeline.findLast(isMessage)?.id);
  useEffect(() => {
    const messages = timeline.filter(isMessage);
    const fresh = messages.slice(messages.findIndex((entry) => entry.id === known.current) + 1);
    known.current = messages.at(-1)?.id;
    if (fresh.length === 0) return;
    if (fresh.some((entry) => doneBy(entry) === myId)) {
      toEnd();
      return;
    }
    announce(t("announce.message", { id }));
    if (!isAtEnd(scrollerOf(box.current))) setBelow((before) => before + fresh.length);
  }, [timeline, myId, id, t, box, toEnd]);
  useEffect(() => {
    const scroller = scrollerOf(box.current);
    let atEnd = isAtEnd(scroller);
    const seen = () => {
      atEnd = isAtEnd(scroller);
      if (atEnd) setBelow(0);
    };
    // What one reads at its end stays in sight when the composer below opens.
    const fit = new ResizeObserver(() => {
      if (atEnd) scroller.scrollTop = scroller.scrollHeight;
    });
    scroller.addEventListener("scroll", seen, { passive: true });
    fit.observe(scroller);
    return () => {
      scroller.removeEventListener("scroll", seen);
      fit.disconnect();
    };
  }, [box]);
  return below;
}

/** False when it is no message of the page. */
function showEntry(box: HTMLElement | null, entryId: string): boolean {
  const message = box?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entryId)}"] > article`);
  message?.scrollIntoView({ block: "center" });
  message?.focus({ preventScroll: true });
  return Boolean(message);
}

/** Stands at the message that was linked, as soon as it is there; once. */
function useLinked(linked: string | null, entries: number, box: { current: HTMLElement | null }): void {
  const done = useRef(false);
  useLayoutEffect(() => {
    if (linked === null || done.current) return;
    done.current = showEntry(box.current, linked);
  }, [linked, entries, box]);
}

/** What is put above moves nothing that is in sight. */
function useKeptPlace(first: string | undefined, box: { current: HTMLElement | null }): void {
  const before = useRef({ first, height: 0 });
  useLayoutEffect(() => {
    const scroller = scrollerOf(box.current);
    if (before.current.first !== first) {
      scroller.scrollTop += scroller.scrollHeight - before.current.height;
    }
    before.current = { first, height: scroller.scrollHeight };
  });
}
