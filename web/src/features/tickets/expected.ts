/** A ticket as it will be once a change of one's own is accepted: shown meanwhile, and no longer if it is refused. */
import { PHASES, type Ticket, type TicketChange } from "@/api/types";

import type { Move } from "./api/move-ticket";
import { CANCELLED } from "./waiting";

type Person = NonNullable<Ticket["assignee"]>;

interface Pending {
  /** Null: there is none on its way. */
  change: TicketChange | null;
  move: Move | null;
}

const phaseOf = (state: string, before: Ticket["phase"]): Ticket["phase"] =>
  state === CANCELLED ? "closed" : (PHASES.find((phase) => phase === state) ?? before);

const SHOWN = ["subject", "kind", "category", "impact", "urgency", "priority"] as const;

/** `people` are those it can be given to. */
export function expected(ticket: Ticket, { change, move }: Pending, people: readonly Person[]): Ticket {
  const changed = SHOWN.filter((field) => change?.[field] != null).map((field) => [field, change?.[field]]);
  const given =
    change?.assignee === undefined
      ? {}
      : { assignee: people.find(({ id }) => id === change.assignee) ?? null };
  const moved = move === null ? {} : { state: move.state, phase: phaseOf(move.state, ticket.phase) };
  return { ...ticket, ...(Object.fromEntries(changed) as Partial<Ticket>), ...given, ...moved };
}
