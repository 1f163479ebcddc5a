/** Articles as staff write them. */
import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { ArticlePlan, ArticleState, ArticleText, WrittenArticle } from "@/api/types";
import { api } from "@/lib/api-client";
import { inPages } from "@/lib/pages";
import { isProblem } from "@/lib/problem";
import { useSave } from "@/lib/save";
import { keepSaved } from "@/lib/save";

import type { Narrowed } from "../address";

const CARDS = ["knowledge", "cards"];

export const useArticlePages = (wanted: Narrowed) =>
  useInfiniteQuery(
    inPages([...CARDS, wanted], (place) => api.get("/api/articles", { query: { ...wanted, ...place } })),
  );

const at = (id: string, language: string) => ({ article_id: id, language });

const get = (id: string, language: string) =>
  api.get("/api/articles/{article_id}/{language}", { path: at(id, language) });

/** A language that it does not have yet begins empty, as a translation. */
async function written(id: string, language: string, from: string | undefined): Promise<WrittenArticle> {
  try {
    return await get(id, language);
  } catch (error) {
    if (from === undefined || !isProblem(error, 404)) throw error;
    const feedback = { helped: 0, did_not_help: 0, reasons: {}, deflected: 0 };
    return { ...(await get(id, from)), text_language: language, version: 0, title: "", body: "", feedback };
  }
}

export const writtenQuery = (id: string, language: string, from?: string) =>
  queryOptions({
    queryKey: ["knowledge", "written", id, language],
    queryFn: () => written(id, language, from),
  });

/** Of a language that is saved, what is known of the others is old: they have one revision. */
const stale = [["knowledge"]];

export const useSaveArticle = (id: string, language: string) =>
  useSave(
    writtenQuery(id, language).queryKey,
    (body: ArticleText, ifMatch) =>
      api.put("/api/articles/{article_id}/{language}", { path: at(id, language), body, ifMatch }),
    stale,
  );

/** When it is published by itself, and when readers see it no more. */
export const usePlanArticle = (id: string, language: string) =>
  useSave(
    writtenQuery(id, language).queryKey,
    (body: ArticlePlan, ifMatch) =>
      api.put("/api/articles/{article_id}/{language}/plan", { path: at(id, language), body, ifMatch }),
    stale,
  );

export function useMakeArticle(language: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan }: { plan: ArticleText; revision: number }) =>
      api.post("/api/articles", { body: { ...plan, language } }),
    onSuccess: (made) => {
      client.setQueryData(writtenQuery(made.id, language).queryKey, made);
      void client.invalidateQueries({ queryKey: CARDS });
    },
  });
}

/** A draft, in review, of what a solved ticket says. */
export function useArticleOfTicket(ticketId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/tickets/{ticket_id}/articles", { path: { ticket_id: ticketId } }),
    onSuccess: (made) => {
      client.setQueryData(writtenQuery(made.id, made.text_language).queryKey, made);
      void client.invalidateQueries({ queryKey: CARDS });
    },
  });
}

/** How articles begin; the same as long as the page is open. */
export const useTemplates = (language: string) =>
  useQuery({
    queryKey: ["knowledge", "templates", language],
    queryFn: () => api.get("/api/article-templates", { query: { language } }),
    staleTime: Infinity,
  });

export function useMoveArticle({ id, text_language, revision }: WrittenArticle) {
  const client = useQueryClient();
  const { queryKey } = writtenQuery(id, text_language);
  return useMutation({
    mutationFn: (state: ArticleState) => {
      const path = at(id, text_language);
      return state === "published"
        ? api.post("/api/articles/{article_id}/{language}/publications", { path, ifMatch: revision })
        : api.put("/api/articles/{article_id}/{language}/state", {
            path,
            body: { state },
            ifMatch: revision,
          });
    },
    onSuccess: async (moved) => {
      await keepSaved(client, queryKey, moved);
      void client.invalidateQueries({ queryKey: CARDS });
    },
    onError: (error) => {
      if (isProblem(error, 412)) void client.invalidateQueries({ queryKey });
    },
  });
}

export const useVersionPages = (id: string, language: string, newest: number) =>
  useInfiniteQuery(
    inPages(["knowledge", "versions", id, language, newest], (query) =>
      api.get("/api/articles/{article_id}/{language}/versions", { path: at(id, language), query }),
    ),
  );

export const useVersion = (id: string, language: string, version: number) =>
  useQuery({
    queryKey: ["knowledge", "version", id, language, version],
    queryFn: () =>
      api.get("/api/articles/{article_id}/{language}/versions/{number}", {
        path: { ...at(id, language), number: version },
      }),
  });
