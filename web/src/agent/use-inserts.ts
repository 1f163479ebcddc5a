import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Visibility } from "@/api/types";
import type { Insert, Inserts } from "@/components/rich-text/inserts";
import { foundAnswers } from "@/features/answers/api/answers";
import { ticketSource } from "@/features/palette/ticket-source";
import { foundTickets } from "@/features/search/api/search";

import { linkTo } from "./actions";

const EACH = 4;
/** Of less no article is asked. */
const FEWEST = 3;

/** By `#`: articles, by what they answer, and tickets by number or words. Where one kind cannot be asked the other is shown. */
export function useInserts(mode: Visibility, ticketId: string): Inserts {
  const { t, i18n } = useTranslation("agent");
  const client = useQueryClient();
  return useMemo(() => {
    const tickets = ticketSource(client, foundTickets);
    const numbers = async (text: string): Promise<Insert[]> => {
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
    };
    const articles = async (text: string): Promise<Insert[]> =>
      text.length < FEWEST
        ? []
        : (await foundAnswers(text, i18n.language)).slice(0, EACH).map((found) => ({
            ...{ id: found.article, words: found.title, detail: found.passage, lang: found.language },
            ...{ text: found.title, href: new URL(found.address, window.location.origin).href },
          }));
    return {
      sign: "#",
      label: t("inserts.label"),
      find: async (text) => {
        const asked = await Promise.allSettled([articles(text), numbers(text)]);
        return asked.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
      },
    };
  }, [client, t, i18n.language, mode, ticketId]);
}
