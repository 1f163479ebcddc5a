/** By which digit a state is chosen: always the same, whatever else is allowed. */
import { NUMBERED_STATES } from "@/api/types";

import { CANCELLED } from "./waiting";

const NUMBERED: readonly string[] = NUMBERED_STATES;

/** Those the desk has besides come after them; what ends a ticket without a solution stands last. */
export function numbered(states: readonly string[]): { state: string; digit: number | undefined }[] {
  const own = states.filter((state) => !NUMBERED.includes(state) && state !== CANCELLED);
  const order = [...NUMBERED, ...own, CANCELLED];
  return order.flatMap((state, at) =>
    states.includes(state) ? [{ state, digit: at < 9 ? at + 1 : undefined }] : [],
  );
}
