import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Ticket, TicketChange, Visibility } from "@/api/types";
import { Conversation } from "@/components/conversation";
import { useNotify } from "@/components/notify";
import { AssetsPanel } from "@/features/assets/components/assets-panel";
import { HandOverDialog } from "@/features/assignment/components/hand-over-dialog";
import { WhyPerson } from "@/features/assignment/components/why-person";
import { ClocksPanel } from "@/features/clocks/components/clocks-panel";
import { useAcknowledgeTicket } from "@/features/ladders/api/acknowledge-ticket";
import { LadderBanner } from "@/features/ladders/components/ladder-banner";
import { DeescalateDialog } from "@/features/levels/components/deescalate-dialog";
import { EscalateDialog } from "@/features/levels/components/escalate-dialog";
import { download } from "@/features/tickets/api/download";
import { useMoveTicket } from "@/features/tickets/api/move-ticket";
import { useActivity } from "@/features/tickets/components/activity";
import { Composer, type ComposerHandle } from "@/features/tickets/components/composer";
import { PropertiesPanel } from "@/features/tickets/components/properties-panel";
import { RequesterPanel } from "@/features/tickets/components/requester-panel";
import { TicketHeader } from "@/features/tickets/components/ticket-header";
import { WaitDialog } from "@/features/tickets/components/wait-dialog";
import { announce } from "@/lib/announcer";
import { useTeam } from "@/lib/desk/get-team";
import { loadEarlier } from "@/lib/desk/get-ticket";
import { useTeams } from "@/lib/desk/list-teams";
import { useUpdateTicket } from "@/lib/desk/update-ticket";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";
import { useShortcuts } from "@/lib/shortcuts";

import { lastList } from "../last-list";
import { TicketLink } from "../ticket-link";
import styles from "./ticket.module.css";

const KnownAnswers = lazy(async () => ({
  default: (await import("@/features/levels/components/known-answers")).KnownAnswers,
}));

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
  const activity = useActivity(teamNames);
  const update = useUpdateTicket(ticket);
  const move = useMoveTicket(ticket);
  const acknowledge = useAcknowledgeTicket(ticket);
  const [dialog, setDialog] = useState<"escalate" | "sendBack" | "handOver" | "wait" | null>(null);
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
  const mine = ticket.assignee?.id === me.id;
  const busy = update.isPending || move.isPending;

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
    e: () => {
      setDialog("escalate");
    },
    b: () => void navigate({ to: lastList() }),
  });

  return (
    <>
      <TicketHeader
        ticket={ticket}
        mine={mine}
        busy={busy}
        teamName={teamNames.get(ticket.team) ?? ticket.team}
        onTake={take}
        onMove={(state) => {
          move.mutate({ state }, { onError: complain });
        }}
        onWait={() => {
          setDialog("wait");
        }}
        onEscalate={() => {
          setDialog("escalate");
        }}
        onSendBack={() => {
          setDialog("sendBack");
        }}
        onHandOver={() => {
          setDialog("handOver");
        }}
        onSubject={(subject) => {
          change({ subject });
        }}
      />
      <LadderBanner
        ticket={ticket}
        teamNames={teamNames}
        busy={acknowledge.isPending}
        onAcknowledge={() => {
          acknowledge.mutate({}, { onError: complain });
        }}
      />
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
          <Conversation entries={ticket.timeline} viewerId={me.id} activity={activity} download={download} />
          <Composer ticket={ticket} myId={me.id} mode={mode} onMode={setMode} handle={composer} />
        </div>
        <aside className={styles.side} aria-label={t("ticket.details")}>
          <section className={styles.card}>
            <h2>{t("ticket.clocks")}</h2>
            <ClocksPanel ticket={ticket} />
          </section>
          <section className={styles.card}>
            <h2>{t("ticket.properties")}</h2>
            <PropertiesPanel
              ticket={ticket}
              teams={teams ?? []}
              members={members}
              busy={busy}
              onChange={change}
            >
              <div className={styles.whyPerson}>
                <WhyPerson ticket={ticket} teamName={teamNames.get(ticket.team) ?? ticket.team} />
              </div>
            </PropertiesPanel>
          </section>
          <section className={styles.card}>
            <h2>{t("assets.title")}</h2>
            <AssetsPanel ticket={ticket} />
          </section>
          {ticket.level === "L1" && ticket.category !== null && ticket.phase !== "closed" && (
            <Suspense>
              <KnownAnswers
                key={ticket.category}
                level={ticket.level}
                category={ticket.category}
                className={styles.card}
                TicketLink={TicketLink}
                onUse={(answer) => composer.current?.insert(answer)}
              />
            </Suspense>
          )}
          <section className={styles.card}>
            <h2>{t("ticket.requester")}</h2>
            <RequesterPanel ticket={ticket} TicketLink={TicketLink} />
          </section>
        </aside>
      </div>
      {dialog === "handOver" && (
        <HandOverDialog
          ticket={ticket}
          teams={teams ?? []}
          members={members}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
      {dialog === "wait" && (
        <WaitDialog
          ticket={ticket}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
      {dialog === "sendBack" && (
        <DeescalateDialog
          ticket={ticket}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
      {dialog === "escalate" && (
        <EscalateDialog
          ticket={ticket}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
    </>
  );
}
