import { Said, ToldBox } from "@/components/told";
import type { Activity } from "@/lib/ticket-parts";

export const activity: Activity = {
  TicketEscalated: (told, { t, who, words, team }) => {
    const to = { level: told.level, team: team(told.team) };
    if (told.cause !== undefined && told.cause !== "manual") {
      return t("agent:activity.autoEscalated", {
        ...to,
        clock: words.clock(told.cause.split(":")[0] ?? told.cause),
      });
    }
    return (
      <ToldBox>
        {t("agent:activity.escalated", { ...to, who })}
        <Said label={t("agent:activity.reason")}>
          <bdi>{told.reason}</bdi>
        </Said>
        <Said label={t("agent:activity.tried")}>
          <bdi>{told.tried}</bdi>
        </Said>
      </ToldBox>
    );
  },
  TicketDeescalated: (told, { t, who, team }) => (
    <ToldBox>
      {t("agent:activity.deescalated", { who, level: told.level, team: team(told.team) })}
      <Said label={t("agent:activity.answer")}>
        <bdi>{told.answer}</bdi>
      </Said>
      {told.needless === true && <em>{t("agent:activity.needless")}</em>}
    </ToldBox>
  ),
  LevelNoteKept: (told, { t, who, entry }) => (
    <ToldBox>
      {t("agent:activity.noteKept", { who, level: told.level })}
      <strong>
        <bdi>{told.title}</bdi>
      </strong>
      {entry.body !== null && <span>{entry.body}</span>}
    </ToldBox>
  ),
};
