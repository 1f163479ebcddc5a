import type { QueryClient } from "@tanstack/react-query";

import type { Visibility } from "@/api/types";
import type { Insert } from "@/components/rich-text/inserts";
import { foundAnswers } from "@/features/answers/api/answers";
import { ticketSource } from "@/features/palette/ticket-source";
import { foundTickets } from "@/features/search/api/search";

import { linkTo } from "./actions";

export interface Writing {
  client: QueryClient;
  language: string;
  mode: Visibility;
  ticketId: string;
}

const EACH = 4;
/** Of less no article is asked. */
const FEWEST = 3;

async function numbers({ client, mode, ticketId }: Writing, text: string): Promise<Insert[]> {
  const tickets = ticketSource(client, foundTickets);
  const known = (text === "" ? tickets.first : tickets.known)?.(text) ?? [];
  const asked = text === "" ? [] : ((await tickets.ask?.(text)) ?? []);
  const all = [...known, ...asked.filter(({ id }) => known.every((one) => one.id !== id))];
  return all
    .filter(({ id }) => id !== ticketId)
    .slice(0, EACH)
    .map(({ id, words }) => ({
      ...{ id, words, detail: id, text: id },
      // Who is no staff cannot go there.
      ...(mode === "internal" ? { href: linkTo(id) } : {}),
    }));
}

async function articles({ language }: Writing, text: string): Promise<Insert[]> {
  if (text.length < FEWEST) return [];
  return (await foundAnswers(text, language)).slice(0, EACH).map((found) => ({
    ...{ id: found.article, words: found.title, detail: found.passage, lang: found.language },
    ...{ text: found.title, href: new URL(found.address, window.location.origin).href },
  }));
}

/** Where one kind cannot be asked the other is shown. */
export async function foundInserts(writing: Writing, text: string): Promise<Insert[]> {
  const asked = await Promise.allSettled([articles(writing, text), numbers(writing, text)]);
  return asked.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
}
