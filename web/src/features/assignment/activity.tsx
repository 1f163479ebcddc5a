import { Said, ToldBox } from "@/components/told";
import { productNow } from "@/lib/product-clock";
import type { Activity } from "@/lib/ticket-parts";
import { shortTime } from "@/lib/time-format";

export const activity: Activity = {
  TicketAssigned: (told, { t, who, automatic, entry }) => {
    if (!told.assignee)
      return automatic ? t("agent:activity.autoUnassigned") : t("agent:activity.unassigned", { who });
    if (told.assignee === entry.actor.id) return t("agent:activity.took", { who });
    const name = told.name ?? told.assignee;
    return automatic
      ? t("agent:activity.autoAssigned", { name })
      : t("agent:activity.assigned", { who, name });
  },
  TicketHandedOver: (told, { t, who, entry, team, language }) => {
    const to = told.name ?? told.assignee ?? team(told.team);
    if (told.cause !== "manual") return t("agent:activity.handedOver", { to });
    return (
      <ToldBox>
        {t("agent:activity.handedOverBy", { who, to })}
        <span>{entry.body}</span>
        {told.next_step !== undefined && told.next_step !== "" && (
          <Said label={t("agent:activity.nextStep")}>
            <bdi>{told.next_step}</bdi>
          </Said>
        )}
        {told.deadline && (
          <Said label={t("agent:activity.until")}>{shortTime(told.deadline, productNow(), language)}</Said>
        )}
      </ToldBox>
    );
  },
  TicketQueued: (told, { t, team }) => t("agent:activity.queued", { team: team(told.team) }),
  TicketUnattended: (told, { t, team }) => t("agent:activity.unattended", { team: team(told.team) }),
};
