/** Puts a ticket back as it was before a change, unless somebody else has changed the same meanwhile. */
import type { QueryClient } from "@tanstack/react-query";

import type { Ticket, TicketChange } from "@/api/types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";
import { productNow } from "@/lib/product-clock";

import { keepAnswer, ticketQuery } from "./get-ticket";

/** As `PATCH` takes them. */
const FIELDS = {
  subject: ({ subject }) => subject,
  kind: ({ kind }) => kind,
  category: ({ category }) => category ?? "",
  impact: ({ impact }) => impact,
  urgency: ({ urgency }) => urgency,
  priority: ({ priority }) => priority,
  assignee: ({ assignee }) => assignee?.id ?? null,
  assets: ({ assets }) => assets.map(({ id }) => id),
} as const satisfies { [Name in keyof TicketChange]?: (ticket: Ticket) => TicketChange[Name] };

export type Changed = keyof typeof FIELDS;

const NAMES = Object.keys(FIELDS) as Changed[];

const differs = (one: Ticket, other: Ticket) => (name: Changed) =>
  JSON.stringify(FIELDS[name](one)) !== JSON.stringify(FIELDS[name](other));

/** What a change made different, the fields that followed of themselves too. */
export const changedFields = (before: Ticket, after: Ticket): Changed[] =>
  NAMES.filter(differs(before, after));

const stateOf = ({ state, until, vendor }: Ticket): string => JSON.stringify([state, until, vendor]);

interface Back {
  /** It is as the change left it. */
  holds: (now: Ticket) => boolean;
  put: (ifMatch: number) => Promise<Ticket>;
}

function fieldsBack(before: Ticket, after: Ticket): Back {
  const names = changedFields(before, after);
  const body: TicketChange = Object.fromEntries(names.map((name) => [name, FIELDS[name](before)]));
  return {
    holds: (now) => !names.some(differs(now, after)),
    put: (ifMatch) => api.patch("/api/tickets/{ticket_id}", { path: { ticket_id: after.id }, body, ifMatch }),
  };
}

function stateBack({ state, until, vendor }: Ticket, after: Ticket): Back {
  const body = {
    state,
    ...(until !== null && Date.parse(until) > productNow() && { until }),
    ...(vendor !== null && { vendor }),
  };
  return {
    holds: (now) => stateOf(now) === stateOf(after),
    put: (ifMatch) =>
      api.post("/api/tickets/{ticket_id}/transitions", {
        ...{ path: { ticket_id: after.id }, body, ifMatch },
        idempotencyKey: crypto.randomUUID(),
      }),
  };
}

/** False when it is no longer as the change left it: then nothing is done. */
export async function takeBack(client: QueryClient, before: Ticket, after: Ticket): Promise<boolean> {
  const back = before.state === after.state ? fieldsBack(before, after) : stateBack(before, after);
  const query = ticketQuery(after.id);
  let now = client.getQueryData<Ticket>(query.queryKey) ?? (await client.query(query));
  for (let tries = 1; back.holds(now); tries += 1) {
    try {
      keepAnswer(client, await back.put(now.revision));
      return true;
    } catch (error) {
      if (isProblem(error, 409) || (isProblem(error, 412) && tries > 1)) break;
      if (!isProblem(error, 412)) throw error;
      now = await client.query({ ...query, staleTime: 0 });
    }
  }
  void client.invalidateQueries({ queryKey: query.queryKey });
  return false;
}
