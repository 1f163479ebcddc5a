import type { ReactNode } from "react";

import { optional } from "@/components/optional";
import type { Selecting } from "@/features/lists/use-selection";
import { useActions } from "@/lib/actions";
import { useMe } from "@/lib/desk/get-me";
import { useMembersOf } from "@/lib/desk/list-members";
import { choosable, useTeams } from "@/lib/desk/list-teams";

import { CHOICE } from "./actions";
import styles from "./routes/queue-view.module.css";

/** Only who chooses rows pays for it. */
const BulkBar = optional(
  async () => (await import("@/features/bulk/components/bulk-bar")).BulkBar,
  <div className={styles.chosen} />,
);

interface Props {
  selecting: Selecting;
  /** The row on which the keyboard stands. */
  current: string | null;
  /** What the whole list is, as a search. */
  question: string;
  /** How many there are in all, where somebody counted. */
  total: number | null;
  /** There are more than those that are here. */
  goesOn: boolean;
  /** To whom they can be given, beside oneself: those of one's own teams if none is named. */
  team?: string | undefined;
  /** What stands here while nothing is chosen. */
  children: ReactNode;
}

/** What narrows a list, or what can be done to the rows that are chosen. */
export function Chosen({ selecting, current, question, total, goesOn, team, children }: Props) {
  useActions(CHOICE, { current, choose: selecting.choose });
  const me = useMe().data;
  const teams = useTeams().data;
  const people = useMembersOf(team === undefined ? (me?.teams ?? []) : [team]);
  const { ids, all } = selecting;
  if (me === undefined || (ids.size === 0 && !all)) return children;
  return (
    <BulkBar
      {...{ me, people, total }}
      teams={choosable(teams ?? [])}
      which={all ? { question } : { tickets: [...ids] }}
      count={all ? total : ids.size}
      onAll={goesOn && !all ? selecting.chooseAll : undefined}
      onClear={selecting.clear}
    />
  );
}
