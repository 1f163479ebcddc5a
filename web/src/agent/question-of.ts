/** A queue as it is filtered, said as a search: what is kept of it is a view. */
import type { QueueScope } from "@/features/lists/api/list-tickets";
import type { QueueFilter } from "@/features/lists/filter";
import { condition } from "@/features/search/question";

const DUE = {
  missed: "is:breached",
  today: "due:<=today",
  tomorrow: "due:<=tomorrow",
  week: "due:<=+6d",
} as const;

const assigned = (assignee: string): string => {
  if (assignee === "me") return "is:mine";
  return assignee === "none" ? "is:unassigned" : condition("assignee", assignee);
};

export function questionOf(scope: QueueScope, filter: QueueFilter): string {
  const { words, phase, priority, waits_for: turn, due, organization, tag } = filter;
  const { team = filter.team, assignee = filter.assignee } = scope;
  return [
    phase === undefined ? "is:open" : condition("state", phase),
    team !== undefined && condition("team", team),
    assignee !== undefined && assigned(assignee),
    priority !== undefined && condition("priority", priority),
    turn !== undefined && condition("waits", turn === "requester" ? "them" : turn),
    due !== undefined && DUE[due],
    organization !== undefined && condition("org", organization),
    tag !== undefined && condition("tag", tag),
    words,
  ]
    .filter((part) => typeof part === "string" && part !== "")
    .join(" ");
}
