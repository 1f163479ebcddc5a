import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Ticket, TicketChange, Visibility } from "@/api/types";
import { Conversation } from "@/components/conversation";
import { useNotify } from "@/components/notify";
import { download } from "@/features/tickets/api/download";
import { useMoveTicket } from "@/features/tickets/api/move-ticket";
import { Composer, type ComposerHandle } from "@/features/tickets/components/composer";
import { TicketHeader } from "@/features/tickets/components/ticket-header";
import { useActions } from "@/lib/actions";
import { announce } from "@/lib/announcer";
import { useTeam } from "@/lib/desk/get-team";
import { loadEarlier } from "@/lib/desk/get-ticket";
import { useTeams } from "@/lib/desk/list-teams";
import { useUpdateTicket } from "@/lib/desk/update-ticket";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";
import type { TicketDialog } from "@/lib/ticket-parts";

import { useActivity } from "../activity";
import { HEAD, TICKET, type OnTicketPage } from "../actions";
import { besideInList, lastList } from "../last-list";
import { BANNERS, PANELS } from "../ticket-parts";
import styles from "./ticket.module.css";

/** Say it when somebody else has written here. */
function useAnnouncedMessages(ticket: Ticket, myId: string): void {
  const { t } = useTranslation("agent");
  const last = ticket.timeline.findLast((entry) => entry.type === "MessageAdded");
  const seen = useRef(last?.id);
  useEffect(() => {
    if (last === undefined || last.id === seen.current) return;
    seen.current = last.id;
    if (last.actor.id !== myId) announce(t("announce.message", { id: ticket.id }));
  }, [last, myId, t, ticket.id]);
}

export function TicketView({ ticket, me }: { ticket: Ticket; me: Me }) {
  const { t } = useTranslation(["agent", "common"]);
  const problemText = useProblemText();
  const notify = useNotify();
  const client = useQueryClient();
  const navigate = useNavigate();
  const teams = useTeams().data;
  const members = useTeam(ticket.team).data?.members ?? [];
  const teamNames = useMemo(() => new Map(teams?.map(({ id, name }) => [id, name])), [teams]);
  const teamName = (id: string) => teamNames.get(id) ?? id;
  const activity = useActivity(teamName);
  const update = useUpdateTicket(ticket);
  const move = useMoveTicket(ticket);
  const [dialog, setDialog] = useState<TicketDialog | null>(null);
  const [mode, setMode] = useState<Visibility | null>(null);
  const composer = useRef<ComposerHandle>(null);
  const thread = useRef<HTMLDivElement>(null);
  useAnnouncedMessages(ticket, me.id);

  const complain = (error: unknown) => {
    if (isProblem(error, 412)) notify(t("conflict.property"), { tone: "warn" });
    else notify(problemText(error), { tone: "bad" });
  };
  const change = (fields: TicketChange) => {
    update.mutate(fields, {
      onError: complain,
      onSuccess: () => {
        announce(t("saved"));
      },
    });
  };
  const busy = update.isPending || move.isPending;
  const on: OnTicketPage = {
    ...{ ticket, me, teams: teams ?? [], members, teamName, busy, change, complain },
    insert: (words) => composer.current?.insert(words),
    open: (Dialog) => {
      // A component is a function: given bare, it would be called to make the state.
      setDialog(() => Dialog);
    },
    write: (next) => {
      setMode(next);
      composer.current?.focus();
    },
    back: () => void navigate({ to: lastList() }),
    beside: besideInList(ticket.id),
    goTo: (ticketId) => void navigate({ to: "/tickets/$ticketId", params: { ticketId } }),
    copy: (text) => {
      void navigator.clipboard.writeText(text).then(() => {
        notify(t("ticket.copiedText", { text, interpolation: { escapeValue: false } }));
      });
    },
  };
  useActions(TICKET, on);

  const Dialog = dialog;
  return (
    <>
      <TicketHeader
        on={on}
        actions={HEAD}
        onMove={(state) => {
          move.mutate({ state }, { onError: complain });
        }}
        onSubject={(subject) => {
          change({ subject });
        }}
      />
      {BANNERS.map((Banner, index) => (
        <Banner key={index} {...on} />
      ))}
      <div className={styles.columns}>
        <div className={styles.talk}>
          {ticket.earlier !== null && (
            <Button
              variant="default"
              size="xs"
              className={styles.earlier}
              onClick={() => void loadEarlier(client, ticket).catch(complain)}
            >
              {t("common:conversation.earlier")}
            </Button>
          )}
          <div ref={thread} tabIndex={-1}>
            <Conversation
              entries={ticket.timeline}
              viewerId={me.id}
              activity={activity}
              download={download}
            />
          </div>
          <Composer
            {...{ ticket, mode }}
            myId={me.id}
            onMode={setMode}
            handle={composer}
            onLeave={() => thread.current?.focus({ preventScroll: true })}
          />
        </div>
        <aside className={styles.side} aria-label={t("ticket.details")}>
          {PANELS.map((Panel, index) => (
            <Panel key={index} {...on} />
          ))}
        </aside>
      </div>
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
