/** A view as it is narrowed and ordered for the moment: it stands in the address, which anybody can write. */
import type { View } from "@/api/types";
import { orderOf, type Order } from "../../lib/desk/orders.ts";

export type ViewColumn = View["columns"][number];

export const COLUMNS = [
  ...(["turn", "deadline", "priority", "state"] as const),
  ...(["team", "assignee", "updated"] as const),
] satisfies readonly ViewColumn[];

export const LONGEST = 500;

export function narrowedBy(search: Record<string, unknown>): { q?: string; order?: Order } {
  const { q } = search;
  const text = typeof q === "number" ? String(q) : q;
  const known = orderOf(search);
  return {
    ...(typeof text === "string" && text !== "" && { q: text.slice(0, LONGEST) }),
    ...(known !== undefined && { order: known }),
  };
}
