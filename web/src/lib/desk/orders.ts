/** In which order a list stands; in the address, which anybody can write. */
import type { View } from "@/api/types";

export type Order = View["order"];

export const ORDERS = ["due", "newest", "changed", "priority"] as const satisfies readonly Order[];

export const orderOf = ({ order }: Record<string, unknown>): Order | undefined =>
  ORDERS.find((one) => one === order);
