/** What articles answer. Who is signed in may read more than what is public. */
import { useMutation, useQuery } from "@tanstack/react-query";

import type { AnsweringArticle, ArticleHelp } from "@/api/types";
import { api } from "@/lib/api-client";
import { useRested } from "@/lib/rested";

const RESTS_MS = 400;
const FRESH_MS = 60_000;
const LONGEST = 1_000;
/** Of less nothing is asked. */
const SHORTEST = 3;
const NONE: readonly AnsweringArticle[] = [];

export interface Answered {
  items: readonly AnsweringArticle[];
  /** Nothing more comes for what stands there now. */
  settled: boolean;
}

/** Articles that answer what is written, once it rests. Where that cannot be asked nothing is said. */
export function useAnswers(written: string, language: string, signedIn: boolean): Answered {
  const text = written.trim().slice(0, LONGEST);
  const q = useRested(text, RESTS_MS);
  const enough = text.length >= SHORTEST && q.length >= SHORTEST;
  const found = useQuery({
    queryKey: ["answers", q, language, signedIn],
    queryFn: () =>
      signedIn
        ? api.get("/api/answers", { query: { q, language } })
        : api.get("/api/portal/answers", { query: { q, language } }),
    enabled: enough,
    retry: false,
    staleTime: FRESH_MS,
    placeholderData: (before) => before,
  });
  return {
    items: enough ? (found.data?.items ?? NONE) : NONE,
    settled: enough && q === text && found.isSuccess && !found.isPlaceholderData,
  };
}

/** What answers it now, for who asks by hand. */
export const foundAnswers = async (q: string, language: string): Promise<readonly AnsweringArticle[]> =>
  (await api.get("/api/answers", { query: { q: q.slice(0, LONGEST), language } })).items;

export const useAnswerText = (id: string, language: string, signedIn: boolean, open: boolean) =>
  useQuery({
    queryKey: ["knowledge", "shown", id, language, signedIn],
    queryFn: () => {
      const asked = { path: { article_id: id }, query: { language } };
      return signedIn
        ? api.get("/api/articles/{article_id}", asked)
        : api.get("/api/portal/articles/{article_id}", asked);
    },
    enabled: open,
  });

export const useTellOfAnswer = (signedIn: boolean) =>
  useMutation({
    mutationFn: ({ id, language, body }: { id: string; language: string; body: ArticleHelp }) => {
      const said = { path: { article_id: id, language }, body };
      return signedIn
        ? api.post("/api/articles/{article_id}/{language}/feedback", said)
        : api.post("/api/portal/articles/{article_id}/{language}/feedback", said);
    },
  });
