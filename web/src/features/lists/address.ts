/** A queue as it is narrowed and ordered for the moment: it stands in the address, which anybody can write. */
import { orderOf, type Order } from "@/lib/desk/orders";

import { filterOf, type QueueFilter } from "./filter";

/** Nothing is said of what is undefined, as of what is missing. */
export type Listed = { [Name in keyof QueueFilter]?: QueueFilter[Name] | undefined } & {
  /** The next deadline first where nothing else is said. */
  order?: Order | undefined;
};

export function listedBy(search: Record<string, unknown>): Listed {
  const order = orderOf(search);
  return { ...filterOf(search), ...(order !== undefined && order !== "due" && { order }) };
}
