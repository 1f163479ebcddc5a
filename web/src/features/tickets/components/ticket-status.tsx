import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Entry, RatingOffer, RequesterTicket } from "@/api/types";
import { AnswerBy } from "@/components/answer-by";
import { Button } from "@/components/button";
import { Conversation } from "@/components/conversation";
import { ExpiredLink, ToRequests } from "@/components/expired-link";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { asLanguage } from "@/lib/language";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";
import { readAgain, withOlder } from "@/lib/timeline";

import type { Access } from "../access";
import { Progress } from "./progress";
import { ReplyForm } from "./reply-form";
import { Solved } from "./solved";
import { TakingPart } from "./taking-part";
import styles from "./ticket-status.module.css";

/** How often an open status page looks for news. Guests have no live line. */
const REFRESH_MS = 30_000;

type Turn = RequesterTicket["turn"];

const TURNS = new Set(["new", "open", "pending", "on_hold", "solved", "closed", "cancelled"]);

interface Props {
  access: Access;
  /** Saying how it went, where that is offered. */
  rating: (offer: RatingOffer) => ReactNode;
}

export function TicketStatus({ access, rating }: Props) {
  const { t, i18n } = useTranslation(["portal", "common"]);
  const problemText = useProblemText();
  const client = useQueryClient();
  const [left, setLeft] = useState(false);
  const query = useQuery({
    queryKey: access.queryKey,
    queryFn: () => readAgain(client, access.queryKey, () => access.get()),
    refetchInterval: REFRESH_MS,
    enabled: !left,
  });
  const earlier = useMutation({
    mutationFn: access.get,
    onSuccess: (older) => {
      client.setQueryData<RequesterTicket>(access.queryKey, (before) =>
        before ? withOlder(before, older) : older,
      );
    },
  });

  if (left) {
    return (
      <EmptyState whole title={t("status.left")} text={t("status.leftText")}>
        <ToRequests />
      </EmptyState>
    );
  }
  if (query.data === undefined) {
    if (query.error === null) return <Loading lines={6} onRetry={() => void query.refetch()} />;
    if (isProblem(query.error, 401)) return <ExpiredLink />;
    return (
      <ErrorState whole error={query.error} onward={<ToRequests />} onRetry={() => void query.refetch()} />
    );
  }
  const ticket = query.data;
  const { turn, assignee } = ticket;
  const named = turn === "open" && assignee !== null && assignee.name !== "";

  const activity = (entry: Entry) => {
    const next = entry.data.state;
    if (entry.type !== "StateChanged" || typeof next !== "string" || !TURNS.has(next)) return null;
    return t("status.movedTo", { state: t(`status.short.${next as Turn}`) });
  };

  // Its place depends on whose turn it is; it is one and the same.
  const reply = <ReplyForm key="reply" access={access} ticket={ticket} />;
  return (
    <article className={styles.ticket} lang={asLanguage(i18n.language)}>
      <header className={styles.head}>
        <p className={styles.id}>{ticket.id}</p>
        <h1>
          <bdi>{ticket.subject}</bdi>
        </h1>
        <p className={styles.facts}>
          {t("status.sent")} <Time at={ticket.created_at} />
        </p>
      </header>
      <section className={`${styles.state} ${styles[turn] ?? ""}`}>
        <Progress turn={turn} />
        <div className={styles.plain}>
          <p>{named ? t("status.turn.with", { name: assignee.name }) : t(`status.turn.${turn}`)}</p>
          {ticket.answer_by !== null && (
            <p className={styles.promise}>
              <AnswerBy at={ticket.answer_by} />
            </p>
          )}
        </div>
        {ticket.rating !== null && <Solved asked={turn === "solved"} offer={ticket.rating} rating={rating} />}
        {ticket.follows !== null && (
          <p className={styles.plain}>{t("status.follows", { ticket: ticket.follows })}</p>
        )}
        {ticket.followed_by !== null && (
          <p className={styles.plain}>{t("status.followedBy", { ticket: ticket.followed_by })}</p>
        )}
      </section>
      <TakingPart
        access={access}
        ticket={ticket}
        onLeft={() => {
          setLeft(true);
          client.removeQueries({ queryKey: access.queryKey });
        }}
      />
      {turn === "pending" && reply}
      {ticket.earlier !== null && (
        <div className={styles.earlier}>
          <Button
            busy={earlier.isPending}
            onClick={() => {
              if (ticket.earlier !== null) earlier.mutate(ticket.earlier);
            }}
          >
            {t("common:conversation.earlier")}
          </Button>
          {earlier.error !== null && <p role="alert">{problemText(earlier.error)}</p>}
        </div>
      )}
      <Conversation
        entries={ticket.timeline}
        viewerId={ticket.reader}
        activity={activity}
        download={access.download}
      />
      {turn !== "pending" && reply}
    </article>
  );
}
