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

/** A ticket that the service finds by its words. */
export interface FoundTicket extends Recent {
  /** In which they stand, where the subject does not say it. */
  sentence: string;
}

/** What is typed, put to all tickets; null where that is not worth a request. */
export type AskTickets = (text: string) => Promise<readonly FoundTicket[]> | null;

const foundHit =
  (text: string) =>
  (ticket: FoundTicket): Hit => {
    const hit = hitOf(ticket, endOf(text) !== null && ticket.id.endsWith(endOf(text) ?? ""));
    return ticket.sentence === "" ? hit : { ...hit, detail: `${ticket.id} · ${ticket.sentence}` };
  };

/** By the number or its end; by words, those that are held here at once, and all others from the service. */
export const ticketSource = (client: QueryClient, asking: AskTickets): Source => ({
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
    if (id === null) return asking(text)?.then((found) => found.map(foundHit(text))) ?? null;
    return client.query({ ...ticketQuery(id), retry: false }).then(
      (ticket) => [hitOf(ticket, true)],
      (error: unknown) => {
        if (isProblem(error, 404)) return [];
        throw error;
      },
    );
  },
});
