import type { Activity } from "@/lib/ticket-parts";

export const activity: Activity = {
  ParticipantAdded: ({ came, name = "" }, { t, who }) =>
    came === "mail"
      ? t("agent:activity.participantByMail", { name })
      : t("agent:activity.participantAdded", { who, name }),
  ParticipantRemoved: ({ person, name = "" }, { t, who, entry }) =>
    entry.actor.id === person
      ? t("agent:activity.participantLeft", { name })
      : t("agent:activity.participantRemoved", { who, name }),
};
