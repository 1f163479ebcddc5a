import { listed } from "@/lib/isolated";
import { productNow } from "@/lib/product-clock";
import type { Activity, Telling, Told } from "@/lib/ticket-parts";
import { shortTime } from "@/lib/time-format";

export const activity: Activity = {
  TicketContinued: ({ ticket }, { t }) => t("agent:activity.continued", { ticket }),
  MailReturned: ({ complained, lost }, { t, entry }) => {
    const address = entry.body ?? t("agent:activity.someAddress");
    const told = complained ? "agent:activity.mailComplained" : "agent:activity.mailReturned";
    return [t(told, { address }), lost && t("agent:activity.addressLost")].filter(Boolean).join(" ");
  },
  CommandRefused: ({ command }, { t, entry }) =>
    t("agent:activity.commandRefused", { words: entry.body ?? `#${command}` }),
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
      value ? [t("agent:activity.field", { field, value })] : [],
    );
    const values = { who, fields: listed(fields), reason: told.reason };
    return told.reason ? t("agent:activity.corrected", values) : t("agent:activity.updated", values);
  },
};

const CHOSEN = ["kind", "category", "impact", "urgency", "priority", "level"] as const;

function changed(
  told: Told<"TicketUpdated">,
  { t, fields, team }: Telling,
): [string, string | null | undefined][] {
  const { label, say } = fields;
  const names = told.assets && listed(told.assets.map(({ name }) => name));
  return [
    [label("subject"), told.subject && `“${told.subject}”`],
    ...CHOSEN.map((field): [string, string | null | undefined] => {
      const value = told[field];
      return [label(field), value === "" ? t("agent:ticket.none") : value && say(field, value)];
    }),
    [label("team"), told.team && team(told.team)],
    [label("organization"), told.organization],
    [label("assets"), names === "" ? t("agent:ticket.none") : names],
  ];
}
