import type { Action } from "@/lib/actions";

/** Rows that are chosen, and what can be done to all of them. */
export interface OnChosen {
  open: (what: "assignee" | "state" | "priority") => void;
  clear: () => void;
}

const opening = (what: "assignee" | "state" | "priority") => ({
  run: ({ open }: OnChosen) => {
    open(what);
  },
});

export const bulk = {
  assign: {
    ...{ id: "bulkAssign", keys: ["a"], words: (t) => t("agent:bulk.assignKey") },
    ...opening("assignee"),
  },
  state: { id: "bulkState", keys: ["s"], words: (t) => t("agent:bulk.stateKey"), ...opening("state") },
  priority: {
    ...{ id: "bulkPriority", keys: ["p"], words: (t) => t("agent:bulk.priorityKey") },
    ...opening("priority"),
  },
  clear: {
    id: "bulkClear",
    keys: ["Escape"],
    words: (t) => t("agent:bulk.clear"),
    run: ({ clear }) => {
      clear();
    },
  },
} as const satisfies Record<string, Action<OnChosen>>;

export const BULK: readonly Action<OnChosen>[] = Object.values(bulk);
