import type { Ticket } from "@/api/types";

/** The state of what is over without having been solved. */
export const CANCELLED = "cancelled";

/** What it is cancelled for when nobody asked anything; no state of its own. */
export const SPAM = "spam";

/** The state of what was solved and is over. */
export const CLOSED = "closed";

/** States from which a ticket comes back by itself at a set time. */
const WAITING = ["pending", "on_hold"];

/** Those it can be in from here: where it waits already, the time can be changed. */
export const waitingStates = ({ state, next_states }: Ticket): string[] =>
  WAITING.filter((name) => name === state || next_states.includes(name));
