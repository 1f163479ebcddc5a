import { ToldBox } from "@/components/told";
import type { Activity } from "@/lib/ticket-parts";

export const activity: Activity = {
  NotePinned: (_, { t, who, entry }) => (
    <ToldBox>
      {t("agent:activity.notePinned", { who })}
      {entry.body !== null && <span>{entry.body}</span>}
    </ToldBox>
  ),
  NoteUnpinned: (_, { t, who }) => t("agent:activity.noteUnpinned", { who }),
};
