import { productNow } from "@/lib/product-clock";
import type { Activity, Telling, Told } from "@/lib/ticket-parts";
import { shortTime } from "@/lib/time-format";

export const activity: Activity = {
  StateChanged: ({ state, reason, until }, { t, who, automatic, words, language }) => {
    const values = { who, state: words.state(state), reason };
    if (automatic && reason === "until") return t("agent:activity.returned", values);
    if (automatic && reason === "close") return t("agent:activity.autoClosed", values);
    if (until) {
      const time = shortTime(until, productNow(), language);
      return `${t("agent:activity.stateUntil", { ...values, time })}${reason ? `: ${reason}` : ""}`;
    }
    return reason ? t("agent:activity.stateReason", values) : t("agent:activity.state", values);
  },
  TicketUpdated: (told, telling) => {
    const { t, who } = telling;
    const fields = changed(told, telling).flatMap(([field, value]) =>
      value ? [t("agent:activity.field", { field, value, interpolation: { escapeValue: false } })] : [],
    );
    return t("agent:activity.updated", { who, fields: fields.join(", ") });
  },
};

const changed = (
  told: Told<"TicketUpdated">,
  { t, words, team }: Telling,
): [string, string | null | undefined][] => [
  [t("agent:ticket.subject"), told.subject && `“${told.subject}”`],
  [t("agent:ticket.kind"), told.kind && words.kind(told.kind)],
  [t("agent:ticket.category"), told.category && words.category(told.category)],
  [t("agent:ticket.impact"), told.impact && words.scale(told.impact)],
  [t("agent:ticket.urgency"), told.urgency && words.scale(told.urgency)],
  [t("agent:priority.label"), told.priority],
  [t("agent:ticket.level"), told.level],
  [t("agent:ticket.team"), told.team && team(told.team)],
  [t("agent:ticket.organization"), told.organization],
  [
    t("agent:ticket.assets"),
    told.assets && (told.assets.map(({ name }) => name).join(", ") || t("agent:ticket.none")),
  ],
];
