import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { Time } from "@/components/time";
import { changesIn, GROUPS, groupsOf, type Field, type Group, type Moved } from "@/features/tickets/history";
import { useVia } from "@/features/tickets/via";
import { loadEarlier } from "@/lib/desk/get-ticket";
import { useTicketFields } from "@/lib/ticket-fields";
import type { OnTicket } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

import { useActivity } from "../activity";
import styles from "./activity-list.module.css";

const AT_FIRST = 8;

/** All that became of the ticket, newest first: what, from what to what, who, and by which way. */
export function ActivityList({ ticket, members, me, teamName, complain }: OnTicket) {
  const { t } = useTranslation(["agent", "common"]);
  const client = useQueryClient();
  const [wanted, setWanted] = useState<Group | null>(null);
  const [all, setAll] = useState(false);
  const { timeline, earlier } = ticket;
  const changes = useMemo(() => changesIn(timeline, [...members, me]), [timeline, members, me]);
  const found = timeline.filter((entry) => wanted === null || groupsOf(entry).includes(wanted)).toReversed();
  const shown = all ? found : found.slice(0, AT_FIRST);
  const there = GROUPS.filter((group) => timeline.some((entry) => groupsOf(entry).includes(group)));
  const words = useEntryWords(teamName);
  const via = useVia();
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t("agent:history.show")}>
        {there.map((group) => (
          <button
            key={group}
            type="button"
            aria-pressed={wanted === group}
            onClick={() => {
              setWanted(wanted === group ? null : group);
            }}
          >
            {t(`agent:history.group.${group}`)}
          </button>
        ))}
      </div>
      <ol className={styles.list} aria-label={t("agent:history.title")}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <span className={styles.what}>{words(entry, changes.get(entry.id) ?? [])}</span>
            <span className={styles.facts}>
              <Time at={entry.at} /> · <bdi>{entry.actor.name || t("common:conversation.system")}</bdi>
              {via(entry) !== null && ` · ${via(entry) ?? ""}`}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.more}>
        {found.length > shown.length && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              setAll(true);
            }}
          >
            {t("agent:history.all", { count: found.length })}
          </Button>
        )}
        {earlier !== null && (all || found.length <= shown.length) && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void loadEarlier(client, ticket).catch(complain)}
          >
            {t("common:conversation.earlier")}
          </Button>
        )}
      </div>
    </>
  );
}

/** What it changed, a line for each field; else its words, as the conversation tells them. */
function useEntryWords(
  teamName: OnTicket["teamName"],
): (entry: Entry, changes: readonly Moved[]) => ReactNode {
  const { t } = useTranslation(["agent", "common"]);
  const activity = useActivity(teamName);
  const { label, say } = useTicketFields();
  const words = useWords();
  const called = (field: Field) =>
    field === "state"
      ? t("agent:wait.state")
      : field === "assignee"
        ? t("agent:ticket.assignee")
        : label(field);
  const said = (field: Field, value: string) => {
    if (value === "") return t(field === "assignee" ? "agent:ticket.nobody" : "agent:ticket.none");
    if (field === "state") return words.state(value);
    if (field === "team") return teamName(value);
    if (field === "subject" || field === "organization" || field === "assets" || field === "assignee")
      return value;
    return say(field, value);
  };
  return (entry, changes) => {
    if (changes.length > 0) {
      return changes.map(({ field, before, after }) => (
        <span key={field} className={styles.change}>
          {called(field)}:{" "}
          {before !== undefined && (
            <>
              <del>
                <bdi>{said(field, before)}</bdi>
              </del>{" "}
              <span aria-hidden className={styles.arrow}>
                →
              </span>{" "}
            </>
          )}
          <ins>
            <bdi>{said(field, after)}</bdi>
          </ins>
        </span>
      ));
    }
    switch (entry.type) {
      case "TicketCreated":
        return t("agent:history.created");
      case "MessageAdded":
        return t(entry.visibility === "internal" ? "agent:history.noted" : "agent:history.wrote");
      case "AssignmentReviewed":
        return t("agent:history.reviewed");
      case "ClocksRecomputed":
        return t("agent:history.recomputed");
      default:
        return activity(entry) ?? entry.type;
    }
  };
}
