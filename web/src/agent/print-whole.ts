import type { QueryClient } from "@tanstack/react-query";

import type { Ticket } from "@/api/types";
import { loadEarlier, ticketQuery } from "@/lib/desk/get-ticket";

/** A frame after the last page has come it is drawn. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** On paper stands all of it, however little of its beginning was on the screen. */
export async function printWhole(client: QueryClient, ticket: Ticket): Promise<void> {
  let now: Ticket | undefined = ticket;
  while (now !== undefined && now.earlier !== null) {
    const before: string = now.earlier;
    await loadEarlier(client, now);
    now = client.getQueryData(ticketQuery(ticket.id).queryKey);
    if (now?.earlier === before) break;
  }
  await drawn();
  window.print();
}
