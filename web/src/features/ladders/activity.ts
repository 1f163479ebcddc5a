import type { Activity } from "@/lib/ticket-parts";

import { peopleTold } from "./people-told";

export const activity: Activity = {
  TicketAcknowledged: (_, { t, who }) => t("agent:activity.acknowledged", { who }),
  LaddersEnded: (_, { t }) => t("agent:activity.laddersEnded"),
  LadderStarted: (_, { t }) => t("agent:activity.ladderStarted"),
  LadderStepTaken: ({ notify = [] }, { t, language, team }) =>
    notify.length === 0
      ? null
      : t("agent:activity.ladderStep", { people: peopleTold(notify, { t, language, team }) }),
};
