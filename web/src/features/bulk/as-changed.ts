import { NUMBERED_STATES, type BulkChange, type Card, type Me, type Member } from "@/api/types";

/** What a row says by a change that nobody refuses; nothing where it says nothing of what is changed. */
export function asChanged({ move, fields }: BulkChange, people: readonly (Me | Member)[]): Partial<Card> {
  const state = NUMBERED_STATES.find((one) => one === move?.state);
  const { priority, assignee } = fields ?? {};
  const whose = people.find(({ id }) => id === assignee);
  return {
    ...(state !== undefined && { state, phase: state }),
    ...(priority != null && { priority }),
    ...(assignee === null && { assignee: null }),
    ...(whose !== undefined && { assignee: { id: whose.id, name: whose.name } }),
  };
}
