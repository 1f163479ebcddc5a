import { IconTicket } from "@tabler/icons-react";
import type { QueryClient } from "@tanstack/react-query";

import { ticketQuery } from "@/lib/desk/get-ticket";
import { loadedTickets } from "@/lib/desk/loaded-tickets";
import { isProblem } from "@/lib/problem";
import { recentTickets, type Recent } from "@/lib/recent-tickets";

import { matching } from "@/lib/matching";
import type { Hit, Source } from "./sources";

const FIRST = 5;

/** A number, or its end as one says it on the phone: letters that are never misheard. */
const END = /^(?:HD-?)?([0-9A-HJKMNP-TV-Z]{3,8})$/i;
const WHOLE = 8;

const endOf = (text: string): string | null => END.exec(text)?.[1]?.toUpperCase() ?? null;

/** Whole, and no word that could be one. */
const numberOf = (text: string): string | null => {
  const end = endOf(text);
  return end?.length === WHOLE && (/\d/.test(end) || /^HD-?/i.test(text)) ? `HD-${end}` : null;
};

const hitOf = ({ id, subject }: Recent, exact = false): Hit => ({
  ...{ id, words: subject, detail: id, to: `/tickets/${id}` },
  ...(exact && { exact }),
});

/** By the number or its end; those that are held here by their subjects too. */
export const ticketSource = (client: QueryClient): Source => ({
  id: "tickets",
  words: (t) => t("agent:palette.tickets"),
  Icon: IconTicket,
  sign: "#",
  first: () =>
    recentTickets()
      .slice(0, FIRST)
      .map((ticket) => hitOf(ticket)),
  known: (text) => {
    const recent = recentTickets();
    const others = loadedTickets(client).filter(({ id }) => recent.every((one) => one.id !== id));
    const all = [...recent, ...others];
    const end = endOf(text);
    const named = all.filter(({ id }) => end !== null && id.endsWith(end));
    const told = matching(all, text, ({ id, subject }) => `${subject} ${id}`).filter(
      (ticket) => !named.includes(ticket),
    );
    return [...named.map((ticket) => hitOf(ticket, true)), ...told.map((ticket) => hitOf(ticket))];
  },
  ask: (text) => {
    const id = numberOf(text);
    if (id === null) return null;
    return client.query({ ...ticketQuery(id), retry: false }).then(
      (ticket) => [hitOf(ticket, true)],
      (error: unknown) => {
        if (isProblem(error, 404)) return [];
        throw error;
      },
    );
  },
});
