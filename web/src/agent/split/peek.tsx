import { Button } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { LevelBadge, PriorityBadge, StateBadge } from "@/components/badges";
import { Conversation } from "@/components/conversation";
import { Keys } from "@/components/key-tip";
import { Loaded } from "@/components/loaded";
import { Sheet } from "@/components/sheet";
import { useNames } from "@/features/lists/use-names";
import { download } from "@/features/tickets/api/download";
import { MessageBody } from "@/features/tickets/components/message-body";
import { useTicket } from "@/lib/desk/get-ticket";
import { useMe } from "@/lib/desk/get-me";
import { useTeams } from "@/lib/desk/list-teams";
import { useFallbackPolling } from "@/lib/live-context";

import { useActivity } from "../activity";
import styles from "./peek.module.css";

interface Props {
  id: string;
  onOpen: () => void;
  onClose: () => void;
}

/** What a ticket is and what was said last, without opening it: it stays unread, and nobody sees one there. */
export function Peek({ id, onOpen, onClose }: Props) {
  const { t } = useTranslation("agent");
  const query = useTicket(id, useFallbackPolling());
  return (
    <Sheet title={query.data === undefined ? id : <bdi>{query.data.subject}</bdi>} onClose={onClose}>
      <Button
        data-autofocus
        variant="default"
        className={styles.open}
        rightSection={
          <span aria-hidden="true">
            <Keys keys="Enter" />
          </span>
        }
        onClick={onOpen}
      >
        {t("shortcuts.open")}
      </Button>
      <Loaded of={query} lines={6}>
        {(ticket) => <Told ticket={ticket} />}
      </Loaded>
    </Sheet>
  );
}

function Told({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("agent");
  const teamName = useNames(useTeams().data);
  const activity = useActivity(teamName);
  const me = useMe().data;
  const end = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, []);
  return (
    <>
      <p className={styles.facts}>
        <span className={styles.id}>{ticket.id}</span>
        <StateBadge state={ticket.state} phase={ticket.phase} />
        <PriorityBadge priority={ticket.priority} wordy />
        <span>
          <LevelBadge level={ticket.level} /> <bdi>{teamName(ticket.team)}</bdi>
        </span>
        <bdi>{ticket.assignee?.name ?? t("queue.nobody")}</bdi>
      </p>
      <Conversation
        entries={ticket.timeline}
        viewerId={me?.id}
        activity={activity}
        Body={MessageBody}
        download={download}
      />
      <div ref={end} />
    </>
  );
}
