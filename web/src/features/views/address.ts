/** A view as it is narrowed and ordered for the moment: it stands in the address, which anybody can write. */
import type { View } from "@/api/types";

export type Order = View["order"];

export type ViewColumn = View["columns"][number];

export const ORDERS = ["due", "newest", "changed", "priority"] as const satisfies readonly Order[];

export const COLUMNS = [
  ...(["turn", "deadline", "priority", "state"] as const),
  ...(["team", "assignee", "updated"] as const),
] satisfies readonly ViewColumn[];

export const LONGEST = 500;

export function narrowedBy({ q, order }: Record<string, unknown>): { q?: string; order?: Order } {
  const text = typeof q === "number" ? String(q) : q;
  const known = ORDERS.find((one) => one === order);
  return {
    ...(typeof text === "string" && text !== "" && { q: text.slice(0, LONGEST) }),
    ...(known !== undefined && { order: known }),
  };
}
