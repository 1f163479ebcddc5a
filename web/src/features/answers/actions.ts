/** What is suggested beside a ticket goes into the reply by its number. */
import type { AnsweringArticle } from "@/api/types";
import type { Action } from "@/lib/actions";

const NUMBERS = [1, 2, 3] as const;

/** Of the ticket that is on the page now. */
let suggested: readonly AnsweringArticle[] = [];

/** Gone again when what this gives is called. */
export function suggest(items: readonly AnsweringArticle[]): () => void {
  suggested = items;
  return () => {
    if (suggested === items) suggested = [];
  };
}

/** As it stands in a text. */
export const asWords = ({ title, address }: AnsweringArticle): string =>
  `${title}\n${new URL(address, window.location.origin).href}`;

export const SUGGESTED = NUMBERS.map((number): Action<{ insert: (words: string) => void }> => ({
  id: `suggestion${number}`,
  keys: [String(number)],
  words: (t) => t("agent:articles.nth", { number }),
  refusal: (_, t) => (suggested[number - 1] === undefined ? t("agent:articles.noNth") : null),
  run: ({ insert }) => {
    const article = suggested[number - 1];
    if (article !== undefined) insert(asWords(article));
  },
}));
