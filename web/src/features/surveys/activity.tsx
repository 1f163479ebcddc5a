import { ToldBox } from "@/components/told";
import type { Activity } from "@/lib/ticket-parts";

export const activity: Activity = {
  SurveyAsked: (_, { t }) => t("agent:activity.surveyAsked"),
  SatisfactionRated: ({ rating }, { t, who, entry }) => (
    <ToldBox>
      {t("agent:activity.rated", { who, rating })}
      {entry.body !== null && <span>{entry.body}</span>}
    </ToldBox>
  ),
};
