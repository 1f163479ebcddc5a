/** What the list of articles is narrowed to, as it stands in the address. */
import { ARTICLE_STATES, CATEGORIES, type ArticleState } from "@/api/types";

export interface Narrowed {
  state?: ArticleState;
  category?: string;
  language?: string;
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((each) => each === value);

export function narrowedTo({ state, category, language }: Record<string, unknown>): Narrowed {
  const wanted = {
    state: oneOf(ARTICLE_STATES, state),
    category: oneOf(CATEGORIES, category),
    language: typeof language === "string" && /^[a-z]{2}$/.test(language) ? language : undefined,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** Of whom a translation is made: the language it is made from. */
export const translatedFrom = ({ from }: Record<string, unknown>): { from?: string } =>
  typeof from === "string" && /^[a-z]{2}$/.test(from) ? { from } : {};
