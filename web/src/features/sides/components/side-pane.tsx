import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Download } from "@/components/attachment-links";
import { announce } from "@/lib/announcer";
import type { OnTicket } from "@/lib/ticket-parts";

import { useCloseSide } from "../api/close-side";
import { NEW, openSide } from "../open-side";
import { isMessageOf } from "../postal";
import { useSeeing } from "../seen";
import type { Letter, SideWriting } from "../writing";
import { SideComposer } from "./side-composer";
import { SideMessages } from "./side-messages";
import styles from "./side-pane.module.css";

/** What goes out once it cannot be had back any more; `draft` is where it comes back to. */
export interface Going {
  key: string;
  letter: Letter;
  draft: string;
  back: SideWriting;
}

interface Props {
  on: OnTicket;
  which: string;
  download: Download;
  /** Lets it go out; false when it must stay where it was written. */
  hold: (going: Going) => boolean;
  /** What has not gone out yet. */
  waiting: ReactNode;
  /** Above the oldest that is shown. */
  earlier: ReactNode;
}

/** In the place of the thread: a conversation with people outside, which the requester never sees. */
export function SidePane({ on, which, download, hold, waiting, earlier }: Props) {
  const { t } = useTranslation("agent");
  const { ticket, me, complain } = on;
  const side = ticket.sides.find(({ id }) => id === which);
  const closing = useCloseSide(ticket);
  const end = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useSeeing(ticket.id, side);
  useFollowing(which, ticket.sides);
  const entries = side === undefined ? [] : ticket.timeline.filter(isMessageOf(side.id));
  const newest = entries.at(-1)?.id;
  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [newest]);
  useEffect(() => {
    if (which !== NEW) head.current?.focus({ preventScroll: true });
  }, [which]);

  const back = t("sides.back", { name: ticket.requester.name, interpolation: { escapeValue: false } });
  return (
    <section className={styles.pane} aria-labelledby="side-heading">
      <header className={styles.head}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => {
            openSide(null);
          }}
        >
          {back}
        </Button>
        <h2 id="side-heading" ref={head} tabIndex={-1} className={styles.subject}>
          {side === undefined ? t("sides.new") : <bdi>{side.subject}</bdi>}
        </h2>
        {side !== undefined && (
          <Button
            size="compact-sm"
            variant="default"
            loading={closing.isPending}
            onClick={() => {
              closing.mutate(
                { side: side.id, open: !side.open },
                {
                  onError: complain,
                  onSuccess: () => {
                    announce(t(side.open ? "sides.closedNow" : "sides.reopenedNow"));
                  },
                },
              );
            }}
          >
            {t(side.open ? "sides.close" : "sides.reopen")}
          </Button>
        )}
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keyboard too */}
      <div className={styles.thread} tabIndex={0}>
        {side !== undefined && entries.length < side.messages && earlier}
        {side?.returned.map((address) => (
          <p key={address} className={styles.returned} role="status">
            {t("sides.returned", { address, interpolation: { escapeValue: false } })}
          </p>
        ))}
        <SideMessages entries={entries} myId={me.id} download={download} />
        {waiting}
        <div ref={end} />
      </div>
      <SideComposer key={which} {...{ on, which, side, hold }} />
    </section>
  );
}

/** One that was begun here opens once it is there. */
function useFollowing(which: string, sides: readonly { id: string }[]): void {
  const [first] = useState(sides.length);
  const newest = sides.at(-1)?.id;
  useEffect(() => {
    if (which === NEW && sides.length > first && newest !== undefined) openSide(newest);
  }, [which, sides.length, first, newest]);
}
