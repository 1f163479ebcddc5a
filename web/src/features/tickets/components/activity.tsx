import { useTranslation } from "react-i18next";

import type { EventData } from "@/api/events";
import type { AffectedAsset, Entry } from "@/api/types";
import { usePeopleTold } from "@/lib/people-told";
import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import styles from "./activity.module.css";

/** A fact as the timeline tells it: what the bus carries, and the words of people, which never go there. */
type Told<Name extends keyof EventData> = Omit<EventData[Name], "assets"> & {
  subject?: string;
  reason?: string;
  tried?: string;
  answer?: string;
  next_step?: string;
  title?: string;
  assets?: AffectedAsset[] | null;
  /** Of the person it is about. */
  name?: string;
};

export type TeamNames = ReadonlyMap<string, string>;

/** The words for what happened between the messages. Facts of a kind we do not know are left out. */
export function useActivity(teamNames: TeamNames): (entry: Entry) => React.ReactNode {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const words = useWords();
  const people = usePeopleTold(teamNames);
  const team = (id: string) => teamNames.get(id) ?? id;

  const named = (assets: AffectedAsset[]) =>
    assets.map(({ name }) => name).join(", ") || t("agent:ticket.none");

  const updated = (who: string, data: Told<"TicketUpdated">): string => {
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
      [t("agent:assets.title"), data.assets && named(data.assets)],
    ];
    const fields = values.flatMap(([field, value]) =>
      value ? [t("agent:activity.field", { field, value, interpolation: { escapeValue: false } })] : [],
    );
    return t("agent:activity.updated", { who, fields: fields.join(", ") });
  };

  const assigned = (entry: Entry, who: string, automatic: boolean): string => {
    const data = entry.data as Partial<Told<"TicketAssigned">>;
    if (!data.assignee)
      return automatic ? t("agent:activity.autoUnassigned") : t("agent:activity.unassigned", { who });
    if (data.assignee === entry.actor.id) return t("agent:activity.took", { who });
    const name = data.name ?? data.assignee;
    return automatic
      ? t("agent:activity.autoAssigned", { name })
      : t("agent:activity.assigned", { who, name });
  };

  const escalated = (who: string, data: Told<"TicketEscalated">) => {
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

  const deescalated = (who: string, data: Told<"TicketDeescalated">) => (
    <span className={styles.escalation}>
      {t("agent:activity.deescalated", { who, level: data.level, team: team(data.team) })}
      <span>
        <strong>{t("agent:activity.answer")}:</strong> {data.answer}
      </span>
      {data.needless === true && <em>{t("agent:activity.needless")}</em>}
    </span>
  );

  const handedOver = (entry: Entry, who: string, data: Told<"TicketHandedOver">) => {
    const to = data.name ?? data.assignee ?? team(data.team);
    if (data.cause !== "manual") return t("agent:activity.handedOver", { to });
    return (
      <span className={styles.escalation}>
        {t("agent:activity.handedOverBy", { who, to })}
        <span>{entry.body}</span>
        <span>
          <strong>{t("agent:activity.nextStep")}:</strong> {data.next_step}
        </span>
        {data.deadline && (
          <span>
            <strong>{t("agent:activity.until")}:</strong>{" "}
            {shortTime(data.deadline, productNow(), i18n.language)}
          </span>
        )}
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
        const { state, reason, until } = data as Told<"StateChanged">;
        const values = { who, state: words.state(state), reason };
        if (automatic && reason === "until") return t("agent:activity.returned", values);
        if (automatic && reason === "close") return t("agent:activity.autoClosed", values);
        if (until) {
          const time = shortTime(until, productNow(), i18n.language);
          return `${t("agent:activity.stateUntil", { ...values, time })}${reason ? `: ${reason}` : ""}`;
        }
        return reason ? t("agent:activity.stateReason", values) : t("agent:activity.state", values);
      }
      case "TicketAssigned":
        return assigned(entry, who, automatic);
      case "TicketUpdated":
        return updated(who, data as Told<"TicketUpdated">);
      case "TicketEscalated":
        return escalated(who, data as Told<"TicketEscalated">);
      case "TicketDeescalated":
        return deescalated(who, data as Told<"TicketDeescalated">);
      case "TicketHandedOver":
        return handedOver(entry, who, data as Told<"TicketHandedOver">);
      case "LevelNoteKept": {
        const { title, level } = data as Told<"LevelNoteKept">;
        return (
          <span className={styles.escalation}>
            {t("agent:activity.noteKept", { who, level })}
            <strong>{title}</strong>
            {entry.body !== null && <span>{entry.body}</span>}
          </span>
        );
      }
      case "TicketAcknowledged":
        return t("agent:activity.acknowledged", { who });
      case "LaddersEnded":
        return t("agent:activity.laddersEnded");
      case "SurveyAsked":
        return t("agent:activity.surveyAsked");
      case "SatisfactionRated":
        return (
          <span className={styles.escalation}>
            {t("agent:activity.rated", { who, rating: (data as Told<"SatisfactionRated">).rating })}
            {entry.body !== null && <span>{entry.body}</span>}
          </span>
        );
      case "LadderStarted":
        return t("agent:activity.ladderStarted");
      case "LadderStepTaken": {
        const { notify = [] } = data as Told<"LadderStepTaken">;
        return notify.length === 0 ? null : t("agent:activity.ladderStep", { people: people(notify) });
      }
      case "TicketQueued":
        return t("agent:activity.queued", { team: team((data as Told<"TicketQueued">).team) });
      case "TicketUnattended":
        return t("agent:activity.unattended", { team: team((data as Told<"TicketUnattended">).team) });
      case "ClockWarned":
        return t("agent:activity.warned", { clock: words.clock((data as Told<"ClockWarned">).clock) });
      case "ClockBreached":
        return (
          <span className={styles.breach}>
            {t("agent:activity.breached", { clock: words.clock((data as Told<"ClockBreached">).clock) })}
          </span>
        );
      default:
        return null;
    }
  };
}
