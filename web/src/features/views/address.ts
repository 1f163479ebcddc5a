/** A view as it is narrowed and ordered for the moment: it stands in the address, which anybody can write. */
import type { View } from "@/api/types";
import { orderOf, type Order } from "../../lib/desk/orders.ts";
import type { Grouping } from "../../lib/desk/view-groups.ts";

export type ViewColumn = View["columns"][number];

export const COLUMNS = [
  ...(["turn", "deadline", "priority", "state"] as const),
  ...(["team", "assignee", "updated"] as const),
] satisfies readonly ViewColumn[];

export const LONGEST = 500;

export type { Grouping };

export const GROUPINGS = [
  ...(["state", "priority", "team"] as const),
  ...(["assignee", "organization", "due"] as const),
] satisfies readonly Grouping[];

/** A view that is divided as it was kept can be looked at whole. */
export const WHOLE = "none";

export interface NarrowedView {
  q?: string;
  order?: Order;
  /** By what it is divided. */
  by?: Grouping | typeof WHOLE;
  /** Which part of it is open, by its key. */
  part?: string;
}

export function narrowedBy(search: Record<string, unknown>): NarrowedView {
  const { q, part } = search;
  const by = [WHOLE, ...GROUPINGS].find((one) => one === search.by) as NarrowedView["by"];
  const text = typeof q === "number" ? String(q) : q;
  const known = orderOf(search);
  return {
    ...(typeof text === "string" && text !== "" && { q: text.slice(0, LONGEST) }),
    ...(known !== undefined && { order: known }),
    ...(by !== undefined && { by }),
    ...(typeof part === "string" && part !== "" && { part: part.slice(0, 100) }),
  };
}
