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
import { CancelDialog } from "@/features/tickets/components/cancel-dialog";
import { Composer, type ComposerHandle } from "@/features/tickets/components/composer";
import { TicketHeader } from "@/features/tickets/components/ticket-header";
import { WaitDialog } from "@/features/tickets/components/wait-dialog";
import { useVia } from "@/features/tickets/via";
import { CANCELLED } from "@/features/tickets/waiting";
import { announce } from "@/lib/announcer";
import { useTeam } from "@/lib/desk/get-team";
import { loadEarlier } from "@/lib/desk/get-ticket";
import { useTeams } from "@/lib/desk/list-teams";
import { useUpdateTicket } from "@/lib/desk/update-ticket";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";
import { useShortcuts } from "@/lib/shortcuts";
import type { OnTicket, TicketAction } from "@/lib/ticket-parts";

import { useActivity } from "../activity";
import { lastList } from "../last-list";
import { ACTIONS, BANNERS, PANELS } from "../ticket-parts";
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
  const via = useVia();
  const update = useUpdateTicket(ticket);
  const move = useMoveTicket(ticket);
  const [dialog, setDialog] = useState<TicketAction["Dialog"] | null>(null);
  const [mode, setMode] = useState<Visibility | null>(null);
  const composer = useRef<ComposerHandle>(null);
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
  const take = () => {
    change({ assignee: me.id });
  };
  const write = (next: Visibility) => {
    setMode(next);
    composer.current?.focus();
  };
  const open = (Dialog: TicketAction["Dialog"]) => {
    // A component is a function: given bare, it would be called to make the state.
    setDialog(() => Dialog);
  };
  const mine = ticket.assignee?.id === me.id;
  const busy = update.isPending || move.isPending;
  const insert = (words: string) => composer.current?.insert(words);
  const on: OnTicket = { ticket, me, teams: teams ?? [], members, teamName, busy, change, complain, insert };
  const opening = ({ key, Dialog }: TicketAction) =>
    key === undefined
      ? []
      : [
          [
            key,
            () => {
              open(Dialog);
            },
          ] as const,
        ];

  useShortcuts({
    r: () => {
      write("public");
    },
    n: () => {
      write("internal");
    },
    t: () => {
      if (!mine && !busy) take();
    },
    b: () => void navigate({ to: lastList() }),
    ...Object.fromEntries(ACTIONS.flatMap(opening)),
  });

  const Dialog = dialog;
  return (
    <>
      <TicketHeader
        ticket={ticket}
        mine={mine}
        busy={busy}
        teamName={teamName(ticket.team)}
        onTake={take}
        onMove={(state) => {
          if (state === CANCELLED) open(CancelDialog);
          else move.mutate({ state }, { onError: complain });
        }}
        onWait={() => {
          open(WaitDialog);
        }}
        actions={ACTIONS.filter(({ isOffered }) => isOffered(ticket, me))}
        onAct={(action) => {
          open(action.Dialog);
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
          <Conversation
            entries={ticket.timeline}
            viewerId={me.id}
            activity={activity}
            beside={via}
            download={download}
          />
          <Composer ticket={ticket} myId={me.id} mode={mode} onMode={setMode} handle={composer} />
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
