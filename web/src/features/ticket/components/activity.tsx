import { useTranslation } from "react-i18next";

import type { EventData } from "@/api/events";
import type { Entry } from "@/api/types";
import { useWords } from "@/lib/words";

import styles from "./activity.module.css";

export type TeamNames = ReadonlyMap<string, string>;

/** The words for what happened between the messages. Facts of a kind we do not know are left out. */
export function useActivity(teamNames: TeamNames): (entry: Entry) => React.ReactNode {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const team = (id: string) => teamNames.get(id) ?? id;

  const updated = (who: string, data: EventData["TicketUpdated"]): string => {
    const values: [string, string | null | undefined][] = [
      [t("agent:ticket.subject"), data.subject && `“${data.subject}”`],
      [t("agent:ticket.kind"), data.kind && words.kind(data.kind)],
      [t("agent:ticket.category"), data.category && words.category(data.category)],
      [t("agent:ticket.impact"), data.impact && words.scale(data.impact)],
      [t("agent:ticket.urgency"), data.urgency && words.scale(data.urgency)],
      [t("agent:priority.label"), data.priority],
      [t("agent:ticket.level"), data.level],
      [t("agent:ticket.team"), data.team && team(data.team)],
      [t("agent:ticket.organization"), data.organization],
    ];
    const fields = values.flatMap(([field, value]) =>
      value ? [t("agent:activity.field", { field, value, interpolation: { escapeValue: false } })] : [],
    );
    return t("agent:activity.updated", { who, fields: fields.join(", ") });
  };

  const assigned = (entry: Entry, who: string, automatic: boolean): string => {
    const data = entry.data as Partial<EventData["TicketAssigned"]> & { name?: string };
    if (!data.assignee)
      return automatic ? t("agent:activity.autoUnassigned") : t("agent:activity.unassigned", { who });
    if (data.assignee === entry.actor.id) return t("agent:activity.took", { who });
    const name = data.name ?? data.assignee;
    return automatic
      ? t("agent:activity.autoAssigned", { name })
      : t("agent:activity.assigned", { who, name });
  };

  const escalated = (who: string, data: EventData["TicketEscalated"]) => {
    const to = { level: data.level, team: team(data.team) };
    if (data.cause !== undefined && data.cause !== "manual") {
      return t("agent:activity.autoEscalated", {
        ...to,
        clock: words.clock(data.cause.split(":")[0] ?? data.cause),
      });
    }
    return (
      <span className={styles.escalation}>
        {t("agent:activity.escalated", { ...to, who })}
        <span>
          <strong>{t("agent:activity.reason")}:</strong> {data.reason}
        </span>
        <span>
          <strong>{t("agent:activity.tried")}:</strong> {data.tried}
        </span>
      </span>
    );
  };

  return (entry) => {
    const automatic = entry.actor.role === "system";
    const who = entry.actor.name === "" ? t("common:conversation.system") : entry.actor.name;
    // The API checks these facts against the event schemas; what `data` holds follows from the type.
    const data = entry.data as unknown;
    switch (entry.type) {
      case "StateChanged": {
        const { state, reason } = data as EventData["StateChanged"];
        const values = { who, state: words.state(state), reason };
        return reason ? t("agent:activity.stateReason", values) : t("agent:activity.state", values);
      }
      case "TicketAssigned":
        return assigned(entry, who, automatic);
      case "TicketUpdated":
        return updated(who, data as EventData["TicketUpdated"]);
      case "TicketEscalated":
        return escalated(who, data as EventData["TicketEscalated"]);
      case "ClockWarned":
        return t("agent:activity.warned", { clock: words.clock((data as EventData["ClockWarned"]).clock) });
      case "ClockBreached":
        return (
          <span className={styles.breach}>
            {t("agent:activity.breached", { clock: words.clock((data as EventData["ClockBreached"]).clock) })}
          </span>
        );
      default:
        return null;
    }
  };
}
