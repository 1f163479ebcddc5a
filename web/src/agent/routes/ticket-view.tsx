import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

import type { Me, OwnMark, Ticket, TicketChange } from "@/api/types";
import { useComplain, useNotify } from "@/components/notify";
import { useTakingBack } from "@/components/taking-back";
import { callAbout } from "@/features/intake/actions";
import { OriginalMail } from "@/features/mail/components/original-mail";
import { besideMail, warningOfMail } from "@/features/mail/thread";
import { PresenceAvatars } from "@/features/presence/components/presence-avatars";
import { PresenceLine } from "@/features/presence/components/presence-line";
import { useHere } from "@/features/presence/use-here";
import { useOthers } from "@/features/presence/use-others";
import { useMoveTicket } from "@/features/tickets/api/move-ticket";
import { CancelDialog, SpamDialog } from "@/features/tickets/components/cancel-dialog";
import { CloseDialog } from "@/features/tickets/components/close-dialog";
import { whichOf as sideOf } from "@/features/sides/kept";
import { NEW, openSide, useOpenSide } from "@/features/sides/open-side";
import { ColleaguesDrafts } from "@/features/tickets/components/colleagues-drafts";
import { Composer, type ComposerHandle } from "@/features/tickets/components/composer";
import { Thread, type ThreadHandle } from "@/features/tickets/components/thread";
import { TicketHeader } from "@/features/tickets/components/ticket-header";
import { download } from "@/features/tickets/api/download";
import { wait as waitToGo } from "@/features/tickets/outbox";
import { expected } from "@/features/tickets/expected";
import { useHold } from "@/features/tickets/use-hold";
import { useVia } from "@/features/tickets/via";
import { WaitingMessages } from "@/features/tickets/components/waiting-messages";
import { CANCELLED, CLOSED, SPAM } from "@/features/tickets/waiting";
import { modeOf } from "@/features/tickets/writing";
import { act, useActions } from "@/lib/actions";
import { announce } from "@/lib/announcer";
import { useTeam } from "@/lib/desk/get-team";
import { loadEarlier } from "@/lib/desk/get-ticket";
import { useTeams } from "@/lib/desk/list-teams";
import { useOwnSettings } from "@/lib/desk/own-settings";
import { useUpdateTicket } from "@/lib/desk/update-ticket";
import { isProblem } from "@/lib/problem";
import { rememberTicket } from "@/lib/recent-tickets";
import type { HeadMenu, TicketDialog } from "@/lib/ticket-parts";

import { useActivity } from "../activity";
import { HEAD, linkTo, MORE, TICKET, ticketPage, type OnTicketPage } from "../actions";
import { besideInList } from "../last-list";
import { BANNERS } from "../ticket-parts";
import { useAfterSending } from "../use-after-sending";
import { useInserts } from "../use-inserts";
import { Details, useDetails } from "./details";
import { Sections } from "./sections";
import styles from "./ticket.module.css";

const SidePane = lazy(async () => ({
  default: (await import("@/features/sides/components/side-pane")).SidePane,
}));

const SectionTabs = lazy(async () => ({ default: (await import("./section-tabs")).SectionTabs }));

interface Props {
  ticket: Ticket;
  me: Me;
  seen: OwnMark | undefined;
  onBack: () => void;
  /** To another ticket of the list. */
  onGo: (id: string) => void;
}

export function TicketView({ ticket: held, me, seen, onBack, onGo }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const fault = useComplain();
  const notify = useNotify();
  const done = useTakingBack();
  const client = useQueryClient();
  const teams = useTeams().data;
  const members = useTeam(held.team).data?.members ?? [];
  const teamNames = useMemo(() => new Map(teams?.map(({ id, name }) => [id, name])), [teams]);
  const teamName = (id: string) => teamNames.get(id) ?? id;
  const activity = useActivity(teamName);
  const via = useVia();
  const update = useUpdateTicket(held);
  const move = useMoveTicket(held);
  const ticket = expected(
    held,
    { change: update.isPending ? update.variables : null, move: move.isPending ? move.variables : null },
    [me, ...members],
  );
  const others = useOthers(ticket.id, me.id);
  const here = useHere(ticket, me.id);
  const details = useDetails();
  const [dialog, setDialog] = useState<TicketDialog | null>(null);
  const [mail, setMail] = useState<string | null>(null);
  const [menu, setMenu] = useState<HeadMenu | null>(null);
  const { id, subject } = ticket;
  useEffect(() => {
    rememberTicket({ id, subject });
  }, [id, subject]);
  const composer = useRef<ComposerHandle>(null);
  const thread = useRef<ThreadHandle>(null);
  const [linked] = useState(() => window.location.hash.slice(1) || null);
  const earlierOfLinked =
    linked === null || held.timeline.some(({ id }) => id === linked) ? null : held.earlier;
  useEffect(() => {
    // Page by page, until it is among what is shown.
    if (earlierOfLinked !== null) void loadEarlier(client, held).catch(() => undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page, not for each change of the ticket
  }, [client, earlierOfLinked]);

  const side = useOpenSide();
  useEffect(
    () => () => {
      openSide(null);
    },
    [],
  );
  const { small, shown, toggle } = details;
  useEffect(() => {
    // The sheet would stay above what it leads to.
    if (side !== null && small && shown) toggle();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when one opens a side, not when one opens the sheet
  }, [side]);
  /** What acts on the reply acts in the conversation with the requester. */
  const inThread = (run: (composer: ComposerHandle | null) => void) => {
    if (side !== null) {
      flushSync(() => {
        openSide(null);
      });
    }
    run(composer.current);
  };

  const complain = (error: unknown) => {
    if (isProblem(error, 412)) notify(t("conflict.property"), { tone: "warn" });
    else fault(error);
  };
  const change = (fields: TicketChange) => {
    update.mutateAsync(fields).then((answer) => {
      done(ticket, answer);
    }, complain);
  };
  const busy = update.isPending || move.isPending;
  const on: OnTicketPage = {
    ...{ ticket, me, teams: teams ?? [], members, teamName, busy, change, complain },
    insert: (words) => {
      inThread((reply) => reply?.insert(words));
    },
    open: (Dialog) => {
      // A component is a function: given bare, it would be called to make the state.
      setDialog(() => Dialog);
    },
    choose: setMenu,
    write: (what) => {
      inThread((reply) => reply?.write(what));
    },
    back: () => {
      if (side === null) onBack();
      else openSide(null);
    },
    beside: besideInList(ticket.id),
    goTo: onGo,
    foldPanel: details.toggle,
    print: () => {
      const whole = async () => (await import("../print-whole")).printWhole(client, held);
      whole().catch(complain);
    },
    toggleUnread: () => {
      here.setUnread(!here.unread);
      announce(t(here.unread ? "unread.back" : "unread.marked"));
    },
    copy: (text) => {
      void navigator.clipboard.writeText(text).then(() => {
        notify(t("ticket.copiedText", { text, interpolation: { escapeValue: false } }));
      });
    },
  };
  useActions(TICKET, on);

  const inserts = { public: useInserts("public", ticket.id), internal: useInserts("internal", ticket.id) };
  const secondsHeld = useHold();
  const then = useOwnSettings().data?.after_send ?? "stay";
  const onSent = useAfterSending(on, then, () => thread.current?.focus());

  const earlier = ticket.earlier !== null && (
    <Button
      variant="default"
      size="xs"
      className={styles.earlier}
      onClick={() => void loadEarlier(client, ticket).catch(complain)}
    >
      {t("common:conversation.earlier")}
    </Button>
  );
  const Dialog = dialog;
  return (
    <>
      <div className={styles.top}>
        <TicketHeader
          on={on}
          actions={HEAD}
          more={MORE}
          copy={ticketPage.copy}
          opened={menu}
          onOpened={setMenu}
          others={<PresenceAvatars others={others} />}
          onMove={(state) => {
            if (state === CANCELLED) on.open(CancelDialog);
            else if (state === SPAM) on.open(SpamDialog);
            else if (state === CLOSED) on.open(CloseDialog);
            else
              move.mutateAsync({ state }).then((answer) => {
                done(ticket, answer);
              }, complain);
          }}
        />
        {BANNERS.map((Banner, index) => (
          <Banner key={index} {...on} />
        ))}
      </div>
      <div className={styles.columns}>
        <div className={styles.talk}>
          {side === null ? (
            <>
              <Thread
                {...{ ticket, activity, seen, linked }}
                onQuote={on.insert}
                onLink={(entryId) => {
                  on.copy(linkTo(ticket.id, entryId));
                }}
                beside={(entry) => besideMail(entry, via(entry), setMail)}
                warning={warningOfMail}
                myId={me.id}
                handle={thread}
                earlier={earlier}
              >
                <WaitingMessages
                  ticketId={ticket.id}
                  onStopped={({ message }) => composer.current?.write(message.visibility ?? "public")}
                />
              </Thread>
              <div className={styles.dock}>
                <PresenceLine others={others} />
                <ColleaguesDrafts
                  {...{ ticketId: ticket.id, revision: ticket.revision, others }}
                  onTaken={(kind) => {
                    openSide(sideOf(kind));
                    if (sideOf(kind) === null) composer.current?.write(modeOf(kind));
                  }}
                />
                <Composer
                  {...{ ticket, myId: me.id, handle: composer, onTyped: here.typed, onSent, then }}
                  onCall={() => {
                    act(callAbout, on, t);
                  }}
                  inserts={(mode) => inserts[mode]}
                  onLeave={() => thread.current?.focus()}
                  onRead={(entryId) => thread.current?.show(entryId)}
                />
              </div>
            </>
          ) : (
            <Suspense>
              <SidePane
                key={side}
                {...{ on, which: side, download, earlier }}
                hold={({ key, letter, draft, back }) =>
                  waitToGo(
                    {
                      ...{ key, ticketId: ticket.id, subject: ticket.subject, ifMatch: ticket.revision },
                      message: {
                        body: letter.body.body,
                        ...(letter.body.html ? { html: letter.body.html } : {}),
                        visibility: "internal",
                      },
                      side: { letter, draft, back },
                    },
                    secondsHeld(),
                  )
                }
                waiting={<WaitingMessages ticketId={ticket.id} side={side === NEW ? null : side} />}
              />
            </Suspense>
          )}
        </div>
        <Details
          of={details}
          ticket={ticket}
          onPhone={
            <Suspense>
              <SectionTabs on={on} />
            </Suspense>
          }
        >
          <Sections on={on} />
        </Details>
      </div>
      {mail !== null && (
        <OriginalMail
          id={mail}
          onClose={() => {
            setMail(null);
          }}
        />
      )}
      {Dialog !== null && (
        <Dialog
          {...on}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
    </>
  );
}
