/** Languages of the pages in which readers see an article in another one. */
import type { WrittenArticle } from "@/api/types";
import { LANGUAGES } from "@/lib/language";

type Editions = readonly Pick<WrittenArticle["editions"][number], "language" | "shown">[];

/** Of what readers see nothing is missing in a language that somebody is at, nor anything of what they see nothing of. */
export const missingLanguages = (editions: Editions): readonly string[] =>
  editions.some(({ shown }) => shown !== null)
    ? LANGUAGES.filter((each) => editions.every(({ language }) => language !== each))
    : [];
