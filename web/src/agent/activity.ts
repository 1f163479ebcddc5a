import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { activity as assignment } from "@/features/assignment/activity";
import { activity as clocks } from "@/features/clocks/activity";
import { activity as ladders } from "@/features/ladders/activity";
import { activity as levels } from "@/features/levels/activity";
import { activity as participants } from "@/features/participants/activity";
import { activity as pins } from "@/features/pins/activity";
import { activity as sides } from "@/features/sides/activity";
import { activity as surveys } from "@/features/surveys/activity";
import { activity as tickets } from "@/features/tickets/activity";
import { useTicketFields } from "@/lib/ticket-fields";
import type { Activity, Telling } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

/** Words for events; no event is told by two. */
export const ACTIVITY: readonly Activity[] = [
  assignment,
  clocks,
  ladders,
  levels,
  participants,
  pins,
  sides,
  surveys,
  tickets,
];

type Tell = (told: unknown, telling: Telling) => ReactNode;

// The API checks these facts against the event schemas: what `data` holds follows from the type.
const TELL = new Map(ACTIVITY.flatMap((activity: Activity) => Object.entries(activity) as [string, Tell][]));

/** The words for what happened between the messages. Facts of a kind we do not know are left out. */
export function useActivity(team: (id: string) => string): (entry: Entry) => ReactNode {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const words = useWords();
  const fields = useTicketFields();
  return (entry) => {
    const { type, actor, data } = entry;
    const automatic = actor.role === "system";
    const who = actor.name === "" ? t("common:conversation.system") : actor.name;
    const telling = { entry, who, automatic, t, language: i18n.language, words, fields, team };
    return TELL.get(type)?.(data, telling) ?? null;
  };
}
